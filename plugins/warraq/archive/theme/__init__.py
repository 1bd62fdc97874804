"""What an archive says of its looks (`theme:` in `content/site.yaml`, and `content/theme/`): colour, face, measure, scheme, logo, icon, style."""
