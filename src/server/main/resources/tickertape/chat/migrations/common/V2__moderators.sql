-- The account of the moderator that has deleted a message, and of the one that has changed last how long an author is muted.
ALTER TABLE chat_message ADD COLUMN deleted_by VARCHAR(64);
ALTER TABLE chat_author ADD COLUMN muted_by VARCHAR(64);
