"""Commands and time; joins the rooms."""
