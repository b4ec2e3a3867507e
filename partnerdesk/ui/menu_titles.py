"""The titles of the menus, whose letters no other control of the main window may take."""

from partnerdesk.language.interface import _


def menu_titles() -> tuple[str, str, str, str, str]:
    """File, Edit, View, Tools and Help, each with its mnemonic."""
    return _("&File"), _("&Edit"), _("&View"), _("&Tools"), _("&Help")


def menu_letters() -> str:
    """The mnemonics of the menus."""
    return "".join(title[title.index("&") + 1] for title in menu_titles() if "&" in title)
