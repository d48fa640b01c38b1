"""What a playbook is: frozen, typed data. It knows no YAML, no schema, no page."""
