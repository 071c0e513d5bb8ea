#!/bin/sh
# Backs up the database and the files of the service, and checks the audit log of what was backed up.
# Needs DATABASE_URL and BACKUP_DIR; DATA_DIR where files are kept on this machine. BACKUP_DAYS dumps are kept (30).
set -eu
: "${DATABASE_URL:?}" "${BACKUP_DIR:?}"
cd "$(dirname "$0")/.."
today=$(date -u +%Y-%m-%dT%H%M%SZ)
dump="$BACKUP_DIR/$today.dump"

# A dump is there only when it is whole.
pg_dump --format=custom --file="$dump.part" "$DATABASE_URL"
mv "$dump.part" "$dump"

# After the database: content never changes and has the name of its hash, so a later copy holds all that the dump names.
if [ -n "${DATA_DIR:-}" ] && [ -d "$DATA_DIR/files" ]; then
  mkdir -p "$BACKUP_DIR/files"
  rsync --archive --ignore-existing "$DATA_DIR/files/" "$BACKUP_DIR/files/"
fi

# The last line is the hash to keep where those who run the database cannot change it.
npm run --silent audit:verify >"$BACKUP_DIR/$today.audit.txt"
cat "$BACKUP_DIR/$today.audit.txt"

find "$BACKUP_DIR" -maxdepth 1 -name '*.dump' -mtime "+${BACKUP_DAYS:-30}" -delete

# What the status of the service says to administrators.
if [ -n "${DATA_DIR:-}" ] && [ -d "$DATA_DIR" ]; then
  date -u +%Y-%m-%dT%H:%M:%SZ >"$DATA_DIR/last-backup"
fi
