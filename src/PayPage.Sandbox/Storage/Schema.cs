namespace PayPage.Sandbox.Storage;

/// <summary>The tables. Every statement may run again on a file that has them.</summary>
internal static class Schema
{
    public const string Sql = """
        CREATE TABLE IF NOT EXISTS accounts (
            id TEXT PRIMARY KEY,                -- SHA-256 of the key, in hex
            webhook_secret TEXT NOT NULL
        ) WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS payments (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            account TEXT NOT NULL,
            client_reference TEXT NOT NULL,
            status TEXT NOT NULL,
            amount INTEGER NOT NULL CHECK (amount >= 0),    -- 0: the tombstone of a payment canceled before it came
            currency TEXT NULL,
            exponent INTEGER NOT NULL DEFAULT 0,
            method TEXT NULL,
            bank TEXT NULL,
            description TEXT NULL,
            merchant_name TEXT NULL,
            return_url TEXT NULL,
            webhook_url TEXT NULL,
            payer_secret TEXT NULL UNIQUE,
            test_card TEXT NULL,                -- the key of a test card, never a number
            card_brand TEXT NULL,
            card_last4 TEXT NULL,
            challenged INTEGER NOT NULL DEFAULT 0,
            decline_reason TEXT NULL,
            amount_refunded INTEGER NOT NULL DEFAULT 0 CHECK (amount_refunded BETWEEN 0 AND amount),
            disputed INTEGER NOT NULL DEFAULT 0,
            created_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL,
            succeeded_at INTEGER NULL,
            settle_at INTEGER NULL,
            settle_to TEXT NULL,
            settle_reason TEXT NULL,
            UNIQUE (account, client_reference)
        );
        CREATE INDEX IF NOT EXISTS payments_by_account ON payments (account, seq);
        CREATE INDEX IF NOT EXISTS payments_succeeded ON payments (account, succeeded_at) WHERE succeeded_at IS NOT NULL;
        CREATE INDEX IF NOT EXISTS payments_open ON payments (expires_at) WHERE status = 'open';
        CREATE INDEX IF NOT EXISTS payments_due ON payments (settle_at) WHERE status = 'processing';

        CREATE TABLE IF NOT EXISTS refunds (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            account TEXT NOT NULL,
            client_reference TEXT NOT NULL,
            payment_id TEXT NOT NULL,
            amount INTEGER NOT NULL CHECK (amount > 0),
            currency TEXT NOT NULL,
            status TEXT NOT NULL,
            failure_reason TEXT NULL,
            created_at INTEGER NOT NULL,
            settle_at INTEGER NULL,
            settle_to TEXT NULL,
            UNIQUE (account, client_reference)
        );
        CREATE INDEX IF NOT EXISTS refunds_made ON refunds (account, created_at);
        CREATE INDEX IF NOT EXISTS refunds_due ON refunds (settle_at) WHERE status = 'pending';

        CREATE TABLE IF NOT EXISTS disputes (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            account TEXT NOT NULL,
            payment_id TEXT NOT NULL,
            client_reference TEXT NOT NULL,     -- the payment's
            amount INTEGER NOT NULL CHECK (amount > 0),
            currency TEXT NOT NULL,
            status TEXT NOT NULL,
            reason TEXT NOT NULL,
            evidence_due_by INTEGER NULL,       -- null: nothing to answer (any more)
            created_at INTEGER NOT NULL,
            decided_at INTEGER NULL
        );
        CREATE INDEX IF NOT EXISTS disputes_of_payment ON disputes (payment_id);
        CREATE INDEX IF NOT EXISTS disputes_due ON disputes (evidence_due_by) WHERE evidence_due_by IS NOT NULL;

        CREATE TABLE IF NOT EXISTS answers (    -- by idempotency key
            account TEXT NOT NULL,
            key TEXT NOT NULL,
            request_hash TEXT NOT NULL,
            status INTEGER NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (account, key)
        ) WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS throttles (
            account TEXT NOT NULL,
            key TEXT NOT NULL,
            tries INTEGER NOT NULL,
            PRIMARY KEY (account, key)
        ) WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS events (
            id TEXT PRIMARY KEY,
            account TEXT NOT NULL,
            url TEXT NOT NULL,
            body TEXT NOT NULL,
            created_at INTEGER NOT NULL
        ) WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS deliveries ( -- an event has one; none when lost; several when duplicated
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            event_id TEXT NOT NULL,
            due_at INTEGER NOT NULL,
            attempts INTEGER NOT NULL DEFAULT 0,
            leased INTEGER NOT NULL DEFAULT 0,
            ended_at INTEGER NULL               -- delivered or given up
        );
        CREATE INDEX IF NOT EXISTS deliveries_due ON deliveries (due_at) WHERE ended_at IS NULL;
        """;
}
