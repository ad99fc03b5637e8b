"""Contacts out of files people have: tables, vCards and exported chats. PURE: bytes in, contacts and reasons out."""
