"""WhatsApp through its vendors, all behind ``channels.base.Provider``."""
