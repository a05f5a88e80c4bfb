IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE TABLE [CommitMarks] (
        [Id] uniqueidentifier NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_CommitMarks] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE TABLE [Keys] (
        [Id] int NOT NULL IDENTITY,
        [Name] nvarchar(200) NOT NULL,
        [Xml] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_Keys] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE TABLE [Merchants] (
        [Id] uniqueidentifier NOT NULL,
        [Name] nvarchar(100) NOT NULL,
        [Email] nvarchar(254) NOT NULL,
        [Phone] nvarchar(40) NULL,
        [Address] nvarchar(400) NULL,
        [TimeZone] varchar(60) NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [StrayMoney] varchar(30) NOT NULL,
        [LastInvoiceNumber] bigint NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Merchants] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE TABLE [Accounts] (
        [Id] uniqueidentifier NOT NULL,
        [MerchantId] uniqueidentifier NOT NULL,
        [Kind] varchar(30) NOT NULL,
        [Mode] varchar(30) NOT NULL,
        [SealedSecrets] varbinary(2000) NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [ClosedAt] datetime2 NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Accounts] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Accounts_Merchants_MerchantId] FOREIGN KEY ([MerchantId]) REFERENCES [Merchants] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE TABLE [ApiKeys] (
        [Id] uniqueidentifier NOT NULL,
        [MerchantId] uniqueidentifier NOT NULL,
        [Mode] varchar(30) NOT NULL,
        [Name] nvarchar(100) NOT NULL,
        [Hash] binary(32) NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [RevokedAt] datetime2 NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_ApiKeys] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ApiKeys_Merchants_MerchantId] FOREIGN KEY ([MerchantId]) REFERENCES [Merchants] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE TABLE [Customers] (
        [Id] uniqueidentifier NOT NULL,
        [MerchantId] uniqueidentifier NOT NULL,
        [Name] nvarchar(100) NULL,
        [Email] nvarchar(254) NULL,
        [MerchantCustomerId] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [CompanyName] nvarchar(60) NULL,
        [CreatedAt] datetime2 NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Customers] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Customers_Merchants_MerchantId] FOREIGN KEY ([MerchantId]) REFERENCES [Merchants] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE TABLE [Inbox] (
        [AccountId] uniqueidentifier NOT NULL,
        [EventId] varchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Type] varchar(100) NOT NULL,
        [Body] nvarchar(max) NOT NULL,
        [ReceivedAt] datetime2 NOT NULL,
        [PaymentId] uniqueidentifier NULL,
        [Verdict] varchar(30) NOT NULL,
        CONSTRAINT [PK_Inbox] PRIMARY KEY ([AccountId], [EventId]),
        CONSTRAINT [FK_Inbox_Accounts_AccountId] FOREIGN KEY ([AccountId]) REFERENCES [Accounts] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE TABLE [Invoices] (
        [Id] uniqueidentifier NOT NULL,
        [MerchantId] uniqueidentifier NOT NULL,
        [Mode] varchar(30) NOT NULL,
        [Number] nvarchar(26) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [CustomerId] uniqueidentifier NOT NULL,
        [Currency] varchar(3) NOT NULL,
        [Total] bigint NOT NULL,
        [MinimumPayment] bigint NOT NULL,
        [AllowsParts] bit NOT NULL,
        [Paid] bigint NOT NULL,
        [Reserved] bigint NOT NULL,
        [Refunded] bigint NOT NULL,
        [Stage] varchar(30) NOT NULL,
        [Description] nvarchar(2000) NULL,
        [Instructions] nvarchar(2000) NULL,
        [DueDate] date NOT NULL,
        [ExpirationDate] date NULL,
        [Delivery] varchar(30) NOT NULL,
        [Language] varchar(20) NULL,
        [TransactionReference] varchar(60) NULL,
        [AsksPhone] bit NOT NULL,
        [AsksShipping] bit NOT NULL,
        [BatchId] uniqueidentifier NULL,
        [CreatedAt] datetime2 NOT NULL,
        [IssuedAt] datetime2 NULL,
        [Version] bigint NOT NULL,
        [Amounts_CallersSubtotal] bigint NULL,
        [Amounts_Discount] bigint NOT NULL,
        [Amounts_DiscountRate] bigint NULL,
        [Amounts_Freight] bigint NOT NULL,
        [Amounts_FreightTax] bigint NOT NULL,
        [Amounts_FreightTaxRate] bigint NULL,
        [Amounts_FreightTaxable] bit NOT NULL,
        [Amounts_Lines] bigint NOT NULL,
        [Amounts_Tax] bigint NOT NULL,
        [Amounts_TaxRate] bigint NULL,
        [Amounts_TaxType] nvarchar(40) NULL,
        [BillTo_CompanyName] nvarchar(60) NULL,
        [BillTo_Email] nvarchar(254) NULL,
        [BillTo_MerchantCustomerId] nvarchar(100) NULL,
        [BillTo_Name] nvarchar(100) NULL,
        CONSTRAINT [PK_Invoices] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Invoices_Customers_CustomerId] FOREIGN KEY ([CustomerId]) REFERENCES [Customers] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Invoices_Merchants_MerchantId] FOREIGN KEY ([MerchantId]) REFERENCES [Merchants] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE TABLE [Audit] (
        [Id] uniqueidentifier NOT NULL,
        [MerchantId] uniqueidentifier NOT NULL,
        [InvoiceId] uniqueidentifier NOT NULL,
        [LinkId] uniqueidentifier NULL,
        [PaymentId] uniqueidentifier NULL,
        [Kind] varchar(30) NOT NULL,
        [At] datetime2 NOT NULL,
        [Actor] varchar(80) NOT NULL,
        [Amount] bigint NULL,
        [Detail] nvarchar(200) NULL,
        CONSTRAINT [PK_Audit] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Audit_Invoices_InvoiceId] FOREIGN KEY ([InvoiceId]) REFERENCES [Invoices] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Audit_Merchants_MerchantId] FOREIGN KEY ([MerchantId]) REFERENCES [Merchants] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE TABLE [InvoiceLines] (
        [Position] int NOT NULL,
        [InvoiceId] uniqueidentifier NOT NULL,
        [Name] nvarchar(255) NOT NULL,
        [Sku] nvarchar(255) NULL,
        [Quantity] bigint NOT NULL,
        [UnitPriceMicros] bigint NOT NULL,
        [Discount] bigint NOT NULL,
        [DiscountRate] bigint NULL,
        [Tax] bigint NOT NULL,
        [TaxRate] bigint NULL,
        [Total] bigint NOT NULL,
        CONSTRAINT [PK_InvoiceLines] PRIMARY KEY ([InvoiceId], [Position]),
        CONSTRAINT [FK_InvoiceLines_Invoices_InvoiceId] FOREIGN KEY ([InvoiceId]) REFERENCES [Invoices] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE TABLE [Links] (
        [Id] uniqueidentifier NOT NULL,
        [MerchantId] uniqueidentifier NOT NULL,
        [InvoiceId] uniqueidentifier NOT NULL,
        [PredecessorId] uniqueidentifier NULL,
        [RootId] uniqueidentifier NOT NULL,
        [SecretHash] binary(32) NOT NULL,
        [ShortCodeHash] binary(32) NOT NULL,
        [SealedAddress] varbinary(400) NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [LivesUntil] datetime2 NOT NULL,
        [OpenedAt] datetime2 NULL,
        [RevokedAt] datetime2 NULL,
        [Status] varchar(30) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Links] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Links_Invoices_InvoiceId] FOREIGN KEY ([InvoiceId]) REFERENCES [Invoices] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Links_Links_PredecessorId] FOREIGN KEY ([PredecessorId]) REFERENCES [Links] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Links_Merchants_MerchantId] FOREIGN KEY ([MerchantId]) REFERENCES [Merchants] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE TABLE [Outbox] (
        [Id] uniqueidentifier NOT NULL,
        [Key] varchar(120) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Kind] varchar(30) NOT NULL,
        [MerchantId] uniqueidentifier NOT NULL,
        [InvoiceId] uniqueidentifier NOT NULL,
        [LinkId] uniqueidentifier NULL,
        [PaymentId] uniqueidentifier NULL,
        [RefundId] uniqueidentifier NULL,
        [CreatedAt] datetime2 NOT NULL,
        [DueAt] datetime2 NOT NULL,
        [Attempts] int NOT NULL,
        [LeaseNo] bigint NOT NULL,
        [LeasedUntil] datetime2 NULL,
        [SentAt] datetime2 NULL,
        [DeadAt] datetime2 NULL,
        [LastError] nvarchar(200) NULL,
        CONSTRAINT [PK_Outbox] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Outbox_Invoices_InvoiceId] FOREIGN KEY ([InvoiceId]) REFERENCES [Invoices] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Outbox_Merchants_MerchantId] FOREIGN KEY ([MerchantId]) REFERENCES [Merchants] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE TABLE [Payments] (
        [Id] uniqueidentifier NOT NULL,
        [MerchantId] uniqueidentifier NOT NULL,
        [Mode] varchar(30) NOT NULL,
        [InvoiceId] uniqueidentifier NOT NULL,
        [LinkId] uniqueidentifier NULL,
        [AccountId] uniqueidentifier NULL,
        [Method] varchar(30) NOT NULL,
        [Bank] varchar(40) NULL,
        [Reference] varchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ReturnSecretHash] binary(32) NULL,
        [ReceiptEmail] nvarchar(254) NULL,
        [PreparedAt] datetime2 NOT NULL,
        [Status] varchar(30) NOT NULL,
        [ProcessorReference] varchar(255) COLLATE Latin1_General_100_BIN2 NULL,
        [PayerUrl] nvarchar(2000) NULL,
        [SettledAt] datetime2 NULL,
        [Instrument] nvarchar(80) NULL,
        [Declined] bit NOT NULL,
        [Stray] varchar(30) NOT NULL,
        [Checks] int NOT NULL,
        [NextCheckAt] datetime2 NULL,
        [Version] bigint NOT NULL,
        [Amount_Currency] varchar(3) NOT NULL,
        [Amount_Minor] bigint NOT NULL,
        CONSTRAINT [PK_Payments] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Payments_Accounts_AccountId] FOREIGN KEY ([AccountId]) REFERENCES [Accounts] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Payments_Invoices_InvoiceId] FOREIGN KEY ([InvoiceId]) REFERENCES [Invoices] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Payments_Links_LinkId] FOREIGN KEY ([LinkId]) REFERENCES [Links] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Payments_Merchants_MerchantId] FOREIGN KEY ([MerchantId]) REFERENCES [Merchants] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE TABLE [Ledger] (
        [Id] uniqueidentifier NOT NULL,
        [Posting] varchar(60) NOT NULL,
        [MerchantId] uniqueidentifier NOT NULL,
        [Mode] varchar(30) NOT NULL,
        [InvoiceId] uniqueidentifier NOT NULL,
        [PaymentId] uniqueidentifier NOT NULL,
        [Account] varchar(30) NOT NULL,
        [At] datetime2 NOT NULL,
        [Amount_Currency] varchar(3) NOT NULL,
        [Amount_Minor] bigint NOT NULL,
        CONSTRAINT [PK_Ledger] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Ledger_Invoices_InvoiceId] FOREIGN KEY ([InvoiceId]) REFERENCES [Invoices] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Ledger_Merchants_MerchantId] FOREIGN KEY ([MerchantId]) REFERENCES [Merchants] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Ledger_Payments_PaymentId] FOREIGN KEY ([PaymentId]) REFERENCES [Payments] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE TABLE [Refunds] (
        [Id] uniqueidentifier NOT NULL,
        [MerchantId] uniqueidentifier NOT NULL,
        [PaymentId] uniqueidentifier NOT NULL,
        [OfOverpayment] bigint NOT NULL,
        [RequestedAt] datetime2 NOT NULL,
        [Status] varchar(30) NOT NULL,
        [ProcessorReference] varchar(255) NULL,
        [SettledAt] datetime2 NULL,
        [Version] bigint NOT NULL,
        [Amount_Currency] varchar(3) NOT NULL,
        [Amount_Minor] bigint NOT NULL,
        CONSTRAINT [PK_Refunds] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Refunds_Merchants_MerchantId] FOREIGN KEY ([MerchantId]) REFERENCES [Merchants] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Refunds_Payments_PaymentId] FOREIGN KEY ([PaymentId]) REFERENCES [Payments] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE INDEX [IX_Accounts_MerchantId_Mode] ON [Accounts] ([MerchantId], [Mode]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ApiKeys_Hash] ON [ApiKeys] ([Hash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE INDEX [IX_ApiKeys_MerchantId] ON [ApiKeys] ([MerchantId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE INDEX [IX_Audit_InvoiceId_At] ON [Audit] ([InvoiceId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE INDEX [IX_Audit_MerchantId] ON [Audit] ([MerchantId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE INDEX [IX_CommitMarks_At] ON [CommitMarks] ([At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE INDEX [IX_Customers_MerchantId_Email] ON [Customers] ([MerchantId], [Email]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Customers_MerchantId_MerchantCustomerId] ON [Customers] ([MerchantId], [MerchantCustomerId]) WHERE [MerchantCustomerId] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE INDEX [IX_Invoices_BatchId] ON [Invoices] ([BatchId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE INDEX [IX_Invoices_CustomerId] ON [Invoices] ([CustomerId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Invoices_MerchantId_Mode_Number] ON [Invoices] ([MerchantId], [Mode], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE INDEX [IX_Ledger_InvoiceId] ON [Ledger] ([InvoiceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE INDEX [IX_Ledger_MerchantId] ON [Ledger] ([MerchantId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE INDEX [IX_Ledger_PaymentId] ON [Ledger] ([PaymentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Ledger_Posting_Account] ON [Ledger] ([Posting], [Account]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE INDEX [IX_Links_InvoiceId] ON [Links] ([InvoiceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE INDEX [IX_Links_MerchantId] ON [Links] ([MerchantId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Links_PredecessorId] ON [Links] ([PredecessorId]) WHERE [PredecessorId] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE INDEX [IX_Links_RootId] ON [Links] ([RootId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Links_SecretHash] ON [Links] ([SecretHash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Links_ShortCodeHash] ON [Links] ([ShortCodeHash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE INDEX [IX_Links_Status_LivesUntil] ON [Links] ([Status], [LivesUntil]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE INDEX [IX_Links_Status_OpenedAt] ON [Links] ([Status], [OpenedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_Outbox_DueAt] ON [Outbox] ([DueAt]) WHERE [SentAt] IS NULL AND [DeadAt] IS NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE INDEX [IX_Outbox_InvoiceId] ON [Outbox] ([InvoiceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Outbox_Key] ON [Outbox] ([Key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE INDEX [IX_Outbox_MerchantId] ON [Outbox] ([MerchantId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Payments_AccountId_ProcessorReference] ON [Payments] ([AccountId], [ProcessorReference]) WHERE [ProcessorReference] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE INDEX [IX_Payments_InvoiceId] ON [Payments] ([InvoiceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE INDEX [IX_Payments_LinkId] ON [Payments] ([LinkId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE INDEX [IX_Payments_MerchantId] ON [Payments] ([MerchantId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_Payments_NextCheckAt] ON [Payments] ([NextCheckAt]) WHERE [NextCheckAt] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Payments_OneOpenPerLink] ON [Payments] ([LinkId]) WHERE [LinkId] IS NOT NULL AND [Status] IN (''Prepared'', ''Submitted'', ''Unconfirmed'', ''Processing'')');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Payments_Reference] ON [Payments] ([Reference]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE INDEX [IX_Refunds_MerchantId] ON [Refunds] ([MerchantId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    CREATE INDEX [IX_Refunds_PaymentId] ON [Refunds] ([PaymentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122003708_Initial'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122003708_Initial', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122015508_Look'
)
BEGIN
    ALTER TABLE [Payments] ADD [Language] varchar(35) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122015508_Look'
)
BEGIN
    ALTER TABLE [Merchants] ADD [Color] varchar(7) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122015508_Look'
)
BEGIN
    ALTER TABLE [Merchants] ADD [Language] varchar(35) NOT NULL DEFAULT 'en';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122015508_Look'
)
BEGIN
    ALTER TABLE [Merchants] ADD [Logo] varchar(32) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122015508_Look'
)
BEGIN
    ALTER TABLE [Merchants] ADD [Privacy] nvarchar(400) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122015508_Look'
)
BEGIN
    ALTER TABLE [Merchants] ADD [Terms] nvarchar(400) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122015508_Look'
)
BEGIN
    CREATE TABLE [Logos] (
        [MerchantId] uniqueidentifier NOT NULL,
        [Hash] varchar(32) NOT NULL,
        [ContentType] varchar(40) NOT NULL,
        [Bytes] varbinary(max) NOT NULL,
        CONSTRAINT [PK_Logos] PRIMARY KEY ([MerchantId], [Hash]),
        CONSTRAINT [FK_Logos_Merchants_MerchantId] FOREIGN KEY ([MerchantId]) REFERENCES [Merchants] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122015508_Look'
)
BEGIN
    CREATE INDEX [IX_Logos_Hash] ON [Logos] ([Hash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122015508_Look'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122015508_Look', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122015608_LinkVisits'
)
BEGIN
    CREATE TABLE [LinkVisits] (
        [LinkId] uniqueidentifier NOT NULL,
        [MerchantId] uniqueidentifier NOT NULL,
        [MachineFetches] bigint NOT NULL,
        [LastMachineFetchAt] datetime2 NULL,
        [PageViews] bigint NOT NULL,
        [LastPageViewAt] datetime2 NULL,
        CONSTRAINT [PK_LinkVisits] PRIMARY KEY ([LinkId]),
        CONSTRAINT [FK_LinkVisits_Links_LinkId] FOREIGN KEY ([LinkId]) REFERENCES [Links] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_LinkVisits_Merchants_MerchantId] FOREIGN KEY ([MerchantId]) REFERENCES [Merchants] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122015608_LinkVisits'
)
BEGIN
    CREATE INDEX [IX_LinkVisits_MerchantId] ON [LinkVisits] ([MerchantId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122015608_LinkVisits'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122015608_LinkVisits', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050213_AddReceiptsAndTexts'
)
BEGIN
    DROP INDEX [IX_Outbox_MerchantId] ON [Outbox];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050213_AddReceiptsAndTexts'
)
BEGIN
    ALTER TABLE [Outbox] ADD [AboutId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050213_AddReceiptsAndTexts'
)
BEGIN
    ALTER TABLE [Merchants] ADD [LastReceiptNumber] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050213_AddReceiptsAndTexts'
)
BEGIN
    ALTER TABLE [Merchants] ADD [Legal] nvarchar(400) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050213_AddReceiptsAndTexts'
)
BEGIN
    ALTER TABLE [Merchants] ADD [MailMessage] nvarchar(2000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050213_AddReceiptsAndTexts'
)
BEGIN
    ALTER TABLE [Merchants] ADD [MailSubject] nvarchar(200) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050213_AddReceiptsAndTexts'
)
BEGIN
    ALTER TABLE [Merchants] ADD [Paper] varchar(30) NOT NULL DEFAULT 'A4';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050213_AddReceiptsAndTexts'
)
BEGIN
    ALTER TABLE [Invoices] ADD [BillTo_Phone] varchar(16) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050213_AddReceiptsAndTexts'
)
BEGIN
    ALTER TABLE [Customers] ADD [Phone] varchar(16) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050213_AddReceiptsAndTexts'
)
BEGIN
    CREATE TABLE [ReceiptKeys] (
        [Id] varchar(43) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [PublicKey] varbinary(max) NOT NULL,
        [SealedPrivateKey] varbinary(max) NULL,
        [CreatedAt] datetime2 NOT NULL,
        [RetiredAt] datetime2 NULL,
        CONSTRAINT [PK_ReceiptKeys] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050213_AddReceiptsAndTexts'
)
BEGIN
    CREATE TABLE [Receipts] (
        [PaymentId] uniqueidentifier NOT NULL,
        [MerchantId] uniqueidentifier NOT NULL,
        [InvoiceId] uniqueidentifier NOT NULL,
        [Number] varchar(20) NOT NULL,
        [Code] varchar(22) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Facts] nvarchar(max) NOT NULL,
        [IssuedAt] datetime2 NOT NULL,
        [KeyId] varchar(43) COLLATE Latin1_General_100_BIN2 NULL,
        [Signature] varbinary(max) NULL,
        CONSTRAINT [PK_Receipts] PRIMARY KEY ([PaymentId]),
        CONSTRAINT [FK_Receipts_Invoices_InvoiceId] FOREIGN KEY ([InvoiceId]) REFERENCES [Invoices] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Receipts_Merchants_MerchantId] FOREIGN KEY ([MerchantId]) REFERENCES [Merchants] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Receipts_Payments_PaymentId] FOREIGN KEY ([PaymentId]) REFERENCES [Payments] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050213_AddReceiptsAndTexts'
)
BEGIN
    CREATE INDEX [IX_Outbox_MerchantId_SentAt] ON [Outbox] ([MerchantId], [SentAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050213_AddReceiptsAndTexts'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Receipts_Code] ON [Receipts] ([Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050213_AddReceiptsAndTexts'
)
BEGIN
    CREATE INDEX [IX_Receipts_InvoiceId] ON [Receipts] ([InvoiceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050213_AddReceiptsAndTexts'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Receipts_MerchantId_Number] ON [Receipts] ([MerchantId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050213_AddReceiptsAndTexts'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122050213_AddReceiptsAndTexts', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    DROP INDEX [IX_Payments_MerchantId] ON [Payments];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    DROP INDEX [IX_Ledger_MerchantId] ON [Ledger];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    DROP INDEX [IX_Audit_MerchantId] ON [Audit];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    DECLARE @var nvarchar(max);
    SELECT @var = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[Outbox]') AND [c].[name] = N'MerchantId');
    IF @var IS NOT NULL EXEC(N'ALTER TABLE [Outbox] DROP CONSTRAINT ' + @var + ';');
    ALTER TABLE [Outbox] ALTER COLUMN [MerchantId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    DECLARE @var1 nvarchar(max);
    SELECT @var1 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[Outbox]') AND [c].[name] = N'InvoiceId');
    IF @var1 IS NOT NULL EXEC(N'ALTER TABLE [Outbox] DROP CONSTRAINT ' + @var1 + ';');
    ALTER TABLE [Outbox] ALTER COLUMN [InvoiceId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    ALTER TABLE [Outbox] ADD [InvitationId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    ALTER TABLE [Outbox] ADD [UserId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    ALTER TABLE [Merchants] ADD [AllowsParts] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    ALTER TABLE [Merchants] ADD [AlwaysLink] bit NOT NULL DEFAULT CAST(1 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    ALTER TABLE [Merchants] ADD [ConfirmationEmails] nvarchar(1000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    ALTER TABLE [Merchants] ADD [DefaultCurrency] varchar(3) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    ALTER TABLE [Merchants] ADD [DueDays] int NOT NULL DEFAULT 14;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    ALTER TABLE [Merchants] ADD [LegalName] nvarchar(100) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    ALTER TABLE [Merchants] ADD [LinkHours] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    ALTER TABLE [Merchants] ADD [MinimumPart] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    ALTER TABLE [Merchants] ADD [NumberPrefix] varchar(12) NOT NULL DEFAULT 'INV-';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    ALTER TABLE [Links] ADD [PayerEmail] nvarchar(254) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    ALTER TABLE [Links] ADD [PayerName] nvarchar(100) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    ALTER TABLE [Links] ADD [WindowHours] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    ALTER TABLE [Invoices] ADD [CreationKey] varchar(64) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    ALTER TABLE [Invoices] ADD [IncludesLink] bit NOT NULL DEFAULT CAST(1 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    ALTER TABLE [Invoices] ADD [SearchWords] nvarchar(460) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    ALTER TABLE [Invoices] ADD [SortName] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    ALTER TABLE [Customers] ADD [GetsNoLink] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    ALTER TABLE [Customers] ADD [SearchWords] nvarchar(520) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    ALTER TABLE [Audit] ADD [Mode] varchar(30) NOT NULL DEFAULT '';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    CREATE TABLE [AspNetUsers] (
        [Id] uniqueidentifier NOT NULL,
        [Name] nvarchar(100) NOT NULL,
        [IsOperator] bit NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [OneTimeHash] varbinary(32) NULL,
        [UserName] nvarchar(256) NULL,
        [NormalizedUserName] nvarchar(256) NULL,
        [Email] nvarchar(256) NULL,
        [NormalizedEmail] nvarchar(256) NULL,
        [EmailConfirmed] bit NOT NULL,
        [PasswordHash] nvarchar(max) NULL,
        [SecurityStamp] nvarchar(max) NULL,
        [ConcurrencyStamp] nvarchar(max) NULL,
        [PhoneNumber] nvarchar(256) NULL,
        [PhoneNumberConfirmed] bit NOT NULL,
        [TwoFactorEnabled] bit NOT NULL,
        [LockoutEnd] datetime2 NULL,
        [LockoutEnabled] bit NOT NULL,
        [AccessFailedCount] int NOT NULL,
        CONSTRAINT [PK_AspNetUsers] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    CREATE TABLE [Invitations] (
        [Id] uniqueidentifier NOT NULL,
        [MerchantId] uniqueidentifier NOT NULL,
        [Email] nvarchar(254) NOT NULL,
        [Role] varchar(30) NOT NULL,
        [InvitedBy] uniqueidentifier NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [ExpiresAt] datetime2 NOT NULL,
        [AcceptedAt] datetime2 NULL,
        [RevokedAt] datetime2 NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Invitations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Invitations_Merchants_MerchantId] FOREIGN KEY ([MerchantId]) REFERENCES [Merchants] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    CREATE TABLE [InvoiceNotes] (
        [Id] uniqueidentifier NOT NULL,
        [MerchantId] uniqueidentifier NOT NULL,
        [InvoiceId] uniqueidentifier NOT NULL,
        [Text] nvarchar(2000) NOT NULL,
        [Actor] varchar(80) NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_InvoiceNotes] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_InvoiceNotes_Invoices_InvoiceId] FOREIGN KEY ([InvoiceId]) REFERENCES [Invoices] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    CREATE TABLE [Memberships] (
        [MerchantId] uniqueidentifier NOT NULL,
        [UserId] uniqueidentifier NOT NULL,
        [Role] varchar(30) NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Memberships] PRIMARY KEY ([MerchantId], [UserId]),
        CONSTRAINT [FK_Memberships_Merchants_MerchantId] FOREIGN KEY ([MerchantId]) REFERENCES [Merchants] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    CREATE TABLE [OfficeSessions] (
        [Id] uniqueidentifier NOT NULL,
        [UserId] uniqueidentifier NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [SeenAt] datetime2 NOT NULL,
        [Device] nvarchar(100) NOT NULL,
        [Address] varchar(45) NOT NULL,
        [EndedAt] datetime2 NULL,
        CONSTRAINT [PK_OfficeSessions] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    CREATE TABLE [SetUp] (
        [Id] int NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_SetUp] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    CREATE TABLE [AspNetUserClaims] (
        [Id] int NOT NULL IDENTITY,
        [UserId] uniqueidentifier NOT NULL,
        [ClaimType] nvarchar(max) NULL,
        [ClaimValue] nvarchar(max) NULL,
        CONSTRAINT [PK_AspNetUserClaims] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AspNetUserClaims_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    CREATE TABLE [AspNetUserLogins] (
        [LoginProvider] nvarchar(128) NOT NULL,
        [ProviderKey] nvarchar(128) NOT NULL,
        [ProviderDisplayName] nvarchar(max) NULL,
        [UserId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_AspNetUserLogins] PRIMARY KEY ([LoginProvider], [ProviderKey]),
        CONSTRAINT [FK_AspNetUserLogins_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    CREATE TABLE [AspNetUserPasskeys] (
        [CredentialId] varbinary(1024) NOT NULL,
        [UserId] uniqueidentifier NOT NULL,
        [Data] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_AspNetUserPasskeys] PRIMARY KEY ([CredentialId]),
        CONSTRAINT [FK_AspNetUserPasskeys_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    CREATE TABLE [AspNetUserTokens] (
        [UserId] uniqueidentifier NOT NULL,
        [LoginProvider] nvarchar(128) NOT NULL,
        [Name] nvarchar(128) NOT NULL,
        [Value] nvarchar(max) NULL,
        CONSTRAINT [PK_AspNetUserTokens] PRIMARY KEY ([UserId], [LoginProvider], [Name]),
        CONSTRAINT [FK_AspNetUserTokens_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    CREATE INDEX [IX_Payments_MerchantId_Mode_Status_SettledAt] ON [Payments] ([MerchantId], [Mode], [Status], [SettledAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    CREATE INDEX [IX_Ledger_MerchantId_Mode_Account] ON [Ledger] ([MerchantId], [Mode], [Account]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    CREATE INDEX [IX_Invoices_List] ON [Invoices] ([MerchantId], [Mode], [CreatedAt], [Id], [Stage], [Currency], [Total], [Paid], [DueDate], [SearchWords]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Invoices_MerchantId_Mode_CreationKey] ON [Invoices] ([MerchantId], [Mode], [CreationKey]) WHERE [CreationKey] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    CREATE INDEX [IX_Invoices_MerchantId_Mode_Currency_Total_Id] ON [Invoices] ([MerchantId], [Mode], [Currency], [Total], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    CREATE INDEX [IX_Invoices_MerchantId_Mode_DueDate_Id] ON [Invoices] ([MerchantId], [Mode], [DueDate], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    CREATE INDEX [IX_Invoices_MerchantId_Mode_SortName_Id] ON [Invoices] ([MerchantId], [Mode], [SortName], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    CREATE INDEX [IX_Customers_List] ON [Customers] ([MerchantId], [CreatedAt], [Id], [SearchWords]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    CREATE INDEX [IX_Audit_MerchantId_Mode_At_Id] ON [Audit] ([MerchantId], [Mode], [At], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    CREATE INDEX [IX_Audit_MerchantId_Mode_Kind_At] ON [Audit] ([MerchantId], [Mode], [Kind], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    CREATE INDEX [IX_AspNetUserClaims_UserId] ON [AspNetUserClaims] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    CREATE INDEX [IX_AspNetUserLogins_UserId] ON [AspNetUserLogins] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    CREATE INDEX [IX_AspNetUserPasskeys_UserId] ON [AspNetUserPasskeys] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    CREATE INDEX [EmailIndex] ON [AspNetUsers] ([NormalizedEmail]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_AspNetUsers_OneTimeHash] ON [AspNetUsers] ([OneTimeHash]) WHERE [OneTimeHash] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [UserNameIndex] ON [AspNetUsers] ([NormalizedUserName]) WHERE [NormalizedUserName] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    CREATE INDEX [IX_Invitations_MerchantId_Email] ON [Invitations] ([MerchantId], [Email]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    CREATE INDEX [IX_InvoiceNotes_InvoiceId_At] ON [InvoiceNotes] ([InvoiceId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    CREATE INDEX [IX_Memberships_UserId] ON [Memberships] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    CREATE INDEX [IX_OfficeSessions_UserId] ON [OfficeSessions] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122100840_BackOffice'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122100840_BackOffice', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122112123_HomeSums'
)
BEGIN
    DROP INDEX [IX_Invoices_MerchantId_Mode_Currency_Total_Id] ON [Invoices];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122112123_HomeSums'
)
BEGIN
    CREATE INDEX [IX_Invoices_Sums] ON [Invoices] ([MerchantId], [Mode], [Currency], [Total], [Id], [Stage], [Paid], [DueDate]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122112123_HomeSums'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122112123_HomeSums', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122125801_SessionEnds'
)
BEGIN
    ALTER TABLE [OfficeSessions] ADD [EndsAt] datetime2 NOT NULL DEFAULT '0001-01-01T00:00:00.0000000';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122125801_SessionEnds'
)
BEGIN
    CREATE INDEX [IX_OfficeSessions_EndsAt] ON [OfficeSessions] ([EndsAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122125801_SessionEnds'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122125801_SessionEnds', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    DROP INDEX [IX_Refunds_MerchantId] ON [Refunds];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    DROP INDEX [IX_Outbox_DueAt] ON [Outbox];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    ALTER TABLE [Outbox] ADD [BatchId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    ALTER TABLE [Outbox] ADD [EndpointId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    ALTER TABLE [Outbox] ADD [IsBulk] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    ALTER TABLE [Outbox] ADD [ReportRunId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    ALTER TABLE [Merchants] ADD [ReminderMessage] nvarchar(2000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    ALTER TABLE [Merchants] ADD [ReminderPlan] varchar(80) NOT NULL DEFAULT '-5 1';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    ALTER TABLE [Merchants] ADD [Reminds] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    DROP INDEX [IX_Invoices_MerchantId_Mode_Number] ON [Invoices];
    DECLARE @var2 nvarchar(max);
    SELECT @var2 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[Invoices]') AND [c].[name] = N'Number');
    IF @var2 IS NOT NULL EXEC(N'ALTER TABLE [Invoices] DROP CONSTRAINT ' + @var2 + ';');
    ALTER TABLE [Invoices] ALTER COLUMN [Number] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL;
    CREATE UNIQUE INDEX [IX_Invoices_MerchantId_Mode_Number] ON [Invoices] ([MerchantId], [Mode], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    ALTER TABLE [Invoices] ADD [BillTo_Address] nvarchar(300) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    ALTER TABLE [Invoices] ADD [DueJudgedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    ALTER TABLE [Invoices] ADD [EventCount] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    ALTER TABLE [Invoices] ADD [ExpiresAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    ALTER TABLE [Invoices] ADD [GetsNoReminders] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    ALTER TABLE [Customers] ADD [GetsNoReminders] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE TABLE [Batches] (
        [Id] uniqueidentifier NOT NULL,
        [MerchantId] uniqueidentifier NOT NULL,
        [Mode] varchar(30) NOT NULL,
        [Reference] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Door] varchar(30) NOT NULL,
        [FileName] nvarchar(100) NOT NULL,
        [Actor] varchar(80) NOT NULL,
        [UploadedBy] uniqueidentifier NULL,
        [CreatedAt] datetime2 NOT NULL,
        [Stage] varchar(30) NOT NULL,
        [Size] bigint NOT NULL,
        [Hash] varchar(64) NULL,
        [SeenEncoding] varchar(30) NULL,
        [Refusal] nvarchar(400) NULL,
        [Findings] nvarchar(max) NOT NULL,
        [Header] nvarchar(max) NOT NULL,
        [Rows] int NOT NULL,
        [GoodRows] int NOT NULL,
        [BadRows] int NOT NULL,
        [CreatedRows] int NOT NULL,
        [RejectedRows] int NOT NULL,
        [GoodInvoices] int NOT NULL,
        [BadInvoices] int NOT NULL,
        [CreatedInvoices] int NOT NULL,
        [RejectedInvoices] int NOT NULL,
        [DoneLine] int NOT NULL,
        [ValidatedAt] datetime2 NULL,
        [HeldUntil] datetime2 NULL,
        [ProcessedAt] datetime2 NULL,
        [NextSendAt] datetime2 NULL,
        [LeaseNo] bigint NOT NULL,
        [LeasedUntil] datetime2 NULL,
        [WorkedAt] datetime2 NOT NULL,
        [Version] bigint NOT NULL,
        [Format_AmountUnit] varchar(30) NULL,
        [Format_DateOrder] varchar(30) NULL,
        [Format_DecimalMark] varchar(30) NULL,
        [Format_Delimiter] nvarchar(1) NULL,
        [Format_Encoding] varchar(30) NULL,
        [Wished_AmountUnit] varchar(30) NULL,
        [Wished_DateOrder] varchar(30) NULL,
        [Wished_DecimalMark] varchar(30) NULL,
        [Wished_Delimiter] nvarchar(1) NULL,
        [Wished_Encoding] varchar(30) NULL,
        CONSTRAINT [PK_Batches] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Batches_Merchants_MerchantId] FOREIGN KEY ([MerchantId]) REFERENCES [Merchants] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE TABLE [EventCounters] (
        [MerchantId] uniqueidentifier NOT NULL,
        [Mode] varchar(30) NOT NULL,
        [Last] bigint NOT NULL,
        [Removed] bigint NOT NULL,
        CONSTRAINT [PK_EventCounters] PRIMARY KEY ([MerchantId], [Mode]),
        CONSTRAINT [FK_EventCounters_Merchants_MerchantId] FOREIGN KEY ([MerchantId]) REFERENCES [Merchants] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE TABLE [Events] (
        [Id] uniqueidentifier NOT NULL,
        [MerchantId] uniqueidentifier NOT NULL,
        [Mode] varchar(30) NOT NULL,
        [Sequence] bigint NOT NULL,
        [Type] varchar(30) NOT NULL,
        [InvoiceId] uniqueidentifier NULL,
        [InvoiceSequence] bigint NULL,
        [LinkId] uniqueidentifier NULL,
        [PaymentId] uniqueidentifier NULL,
        [BatchId] uniqueidentifier NULL,
        [Body] nvarchar(max) NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_Events] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Events_Merchants_MerchantId] FOREIGN KEY ([MerchantId]) REFERENCES [Merchants] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE TABLE [FortDoors] (
        [MerchantId] uniqueidentifier NOT NULL,
        [Mode] varchar(30) NOT NULL,
        [AccessCode] varchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [MerchantIdentifier] varchar(20) NOT NULL,
        [SealedPhrases] varbinary(2000) NOT NULL,
        [Digest] varchar(30) NOT NULL,
        [IsOpen] bit NOT NULL,
        [DirectUrl] nvarchar(400) NULL,
        [NotificationUrl] nvarchar(400) NULL,
        [FeedbackIsJson] bit NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_FortDoors] PRIMARY KEY ([MerchantId], [Mode]),
        CONSTRAINT [FK_FortDoors_Merchants_MerchantId] FOREIGN KEY ([MerchantId]) REFERENCES [Merchants] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE TABLE [FortFeedback] (
        [Id] uniqueidentifier NOT NULL,
        [MerchantId] uniqueidentifier NOT NULL,
        [Mode] varchar(30) NOT NULL,
        [InvoiceId] uniqueidentifier NOT NULL,
        [PaymentId] uniqueidentifier NOT NULL,
        [Kind] varchar(30) NOT NULL,
        [ResponseCode] varchar(5) NOT NULL,
        [Amount] bigint NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [DueAt] datetime2 NOT NULL,
        [Attempts] int NOT NULL,
        [LastStatus] int NULL,
        [LastError] nvarchar(120) NULL,
        [SentAt] datetime2 NULL,
        [DeadAt] datetime2 NULL,
        [LeaseNo] bigint NOT NULL,
        [LeasedUntil] datetime2 NULL,
        CONSTRAINT [PK_FortFeedback] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_FortFeedback_Invoices_InvoiceId] FOREIGN KEY ([InvoiceId]) REFERENCES [Invoices] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_FortFeedback_Merchants_MerchantId] FOREIGN KEY ([MerchantId]) REFERENCES [Merchants] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_FortFeedback_Payments_PaymentId] FOREIGN KEY ([PaymentId]) REFERENCES [Payments] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE TABLE [FortInvoices] (
        [InvoiceId] uniqueidentifier NOT NULL,
        [MerchantId] uniqueidentifier NOT NULL,
        [Mode] varchar(30) NOT NULL,
        [LinkId] varchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Language] varchar(2) NOT NULL,
        [ReturnUrl] varchar(400) NULL,
        [CameInAFile] bit NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_FortInvoices] PRIMARY KEY ([InvoiceId]),
        CONSTRAINT [FK_FortInvoices_Invoices_InvoiceId] FOREIGN KEY ([InvoiceId]) REFERENCES [Invoices] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_FortInvoices_Merchants_MerchantId] FOREIGN KEY ([MerchantId]) REFERENCES [Merchants] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE TABLE [ReminderRounds] (
        [MerchantId] uniqueidentifier NOT NULL,
        [DoneThrough] date NOT NULL,
        [NextAt] datetime2 NOT NULL,
        [RoundOf] date NULL,
        [PlaceDue] date NULL,
        [PlaceMode] varchar(30) NULL,
        [PlaceId] uniqueidentifier NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_ReminderRounds] PRIMARY KEY ([MerchantId]),
        CONSTRAINT [FK_ReminderRounds_Merchants_MerchantId] FOREIGN KEY ([MerchantId]) REFERENCES [Merchants] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE TABLE [SavedReports] (
        [Id] uniqueidentifier NOT NULL,
        [MerchantId] uniqueidentifier NOT NULL,
        [Mode] varchar(30) NOT NULL,
        [Kind] varchar(30) NOT NULL,
        [Name] nvarchar(80) NOT NULL,
        [Query] nvarchar(1500) NOT NULL,
        [SavedBy] varchar(80) NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [Cadence] varchar(30) NULL,
        [Day] int NOT NULL,
        [Recipients] nvarchar(1000) NULL,
        [DoneThrough] date NULL,
        [NextAt] datetime2 NULL,
        [RemovedAt] datetime2 NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_SavedReports] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SavedReports_Merchants_MerchantId] FOREIGN KEY ([MerchantId]) REFERENCES [Merchants] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE TABLE [WebhookEndpoints] (
        [Id] uniqueidentifier NOT NULL,
        [MerchantId] uniqueidentifier NOT NULL,
        [Mode] varchar(30) NOT NULL,
        [Url] nvarchar(500) NOT NULL,
        [Description] nvarchar(100) NULL,
        [Types] varchar(600) NULL,
        [SealedSecrets] varbinary(1000) NOT NULL,
        [Status] varchar(30) NOT NULL,
        [DisabledBecause] nvarchar(200) NULL,
        [DisabledAt] datetime2 NULL,
        [FailingSince] datetime2 NULL,
        [WarnedAt] datetime2 NULL,
        [ClaimedAt] datetime2 NULL,
        [CreatedAt] datetime2 NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_WebhookEndpoints] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_WebhookEndpoints_Merchants_MerchantId] FOREIGN KEY ([MerchantId]) REFERENCES [Merchants] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE TABLE [BatchPieces] (
        [BatchId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [Bytes] varbinary(max) NOT NULL,
        CONSTRAINT [PK_BatchPieces] PRIMARY KEY ([BatchId], [Number]),
        CONSTRAINT [FK_BatchPieces_Batches_BatchId] FOREIGN KEY ([BatchId]) REFERENCES [Batches] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE TABLE [BatchRows] (
        [BatchId] uniqueidentifier NOT NULL,
        [Line] int NOT NULL,
        [HeadLine] int NOT NULL,
        [Cells] nvarchar(max) NOT NULL,
        [Key] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [State] varchar(30) NOT NULL,
        [Faults] nvarchar(max) NOT NULL,
        [Total] bigint NULL,
        [Currency] varchar(3) NULL,
        [InvoiceId] uniqueidentifier NULL,
        [InvoiceNumber] nvarchar(40) NULL,
        CONSTRAINT [PK_BatchRows] PRIMARY KEY ([BatchId], [Line]),
        CONSTRAINT [FK_BatchRows_Batches_BatchId] FOREIGN KEY ([BatchId]) REFERENCES [Batches] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE TABLE [ReportRuns] (
        [Id] uniqueidentifier NOT NULL,
        [MerchantId] uniqueidentifier NOT NULL,
        [ReportId] uniqueidentifier NOT NULL,
        [Key] varchar(40) NOT NULL,
        [From] date NULL,
        [To] date NULL,
        [MadeAt] datetime2 NOT NULL,
        CONSTRAINT [PK_ReportRuns] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ReportRuns_Merchants_MerchantId] FOREIGN KEY ([MerchantId]) REFERENCES [Merchants] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReportRuns_SavedReports_ReportId] FOREIGN KEY ([ReportId]) REFERENCES [SavedReports] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE TABLE [WebhookDeliveries] (
        [Id] uniqueidentifier NOT NULL,
        [EndpointId] uniqueidentifier NOT NULL,
        [MerchantId] uniqueidentifier NOT NULL,
        [EventId] uniqueidentifier NOT NULL,
        [Sequence] bigint NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [DueAt] datetime2 NOT NULL,
        [Attempts] int NOT NULL,
        [Step] int NOT NULL,
        [LeaseNo] bigint NOT NULL,
        [LeasedUntil] datetime2 NULL,
        [DeliveredAt] datetime2 NULL,
        [DeadAt] datetime2 NULL,
        [LastStatus] int NULL,
        [LastError] nvarchar(200) NULL,
        CONSTRAINT [PK_WebhookDeliveries] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_WebhookDeliveries_Events_EventId] FOREIGN KEY ([EventId]) REFERENCES [Events] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_WebhookDeliveries_WebhookEndpoints_EndpointId] FOREIGN KEY ([EndpointId]) REFERENCES [WebhookEndpoints] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE TABLE [WebhookAttempts] (
        [DeliveryId] uniqueidentifier NOT NULL,
        [No] int NOT NULL,
        [At] datetime2 NOT NULL,
        [Status] int NULL,
        [Milliseconds] int NOT NULL,
        [Error] nvarchar(200) NULL,
        CONSTRAINT [PK_WebhookAttempts] PRIMARY KEY ([DeliveryId], [No]),
        CONSTRAINT [FK_WebhookAttempts_WebhookDeliveries_DeliveryId] FOREIGN KEY ([DeliveryId]) REFERENCES [WebhookDeliveries] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE INDEX [IX_Refunds_MerchantId_RequestedAt_Id] ON [Refunds] ([MerchantId], [RequestedAt], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE INDEX [IX_Payments_MerchantId_Mode_PreparedAt_Id] ON [Payments] ([MerchantId], [Mode], [PreparedAt], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_Outbox_IsBulk_DueAt] ON [Outbox] ([IsBulk], [DueAt]) WHERE [SentAt] IS NULL AND [DeadAt] IS NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE INDEX [IX_Outbox_ReportRunId] ON [Outbox] ([ReportRunId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_Invoices_DueDate] ON [Invoices] ([DueDate]) WHERE [DueJudgedAt] IS NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE INDEX [IX_Batches_MerchantId_Mode_CreatedAt_Id] ON [Batches] ([MerchantId], [Mode], [CreatedAt], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Batches_MerchantId_Mode_Hash] ON [Batches] ([MerchantId], [Mode], [Hash]) WHERE [Hash] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Batches_MerchantId_Mode_Reference] ON [Batches] ([MerchantId], [Mode], [Reference]) WHERE [Stage] <> ''Refused'' AND [Stage] <> ''Discarded''');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE INDEX [IX_Batches_Stage_WorkedAt] ON [Batches] ([Stage], [WorkedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE INDEX [IX_BatchRows_BatchId_Key] ON [BatchRows] ([BatchId], [Key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE INDEX [IX_BatchRows_BatchId_State_Line] ON [BatchRows] ([BatchId], [State], [Line]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE INDEX [IX_Events_At] ON [Events] ([At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Events_MerchantId_Mode_Sequence] ON [Events] ([MerchantId], [Mode], [Sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE UNIQUE INDEX [IX_FortDoors_AccessCode] ON [FortDoors] ([AccessCode]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_FortFeedback_DueAt] ON [FortFeedback] ([DueAt]) WHERE [SentAt] IS NULL AND [DeadAt] IS NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE INDEX [IX_FortFeedback_InvoiceId] ON [FortFeedback] ([InvoiceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE INDEX [IX_FortFeedback_MerchantId_Mode_CreatedAt_Id] ON [FortFeedback] ([MerchantId], [Mode], [CreatedAt], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE INDEX [IX_FortFeedback_PaymentId] ON [FortFeedback] ([PaymentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE UNIQUE INDEX [IX_FortInvoices_MerchantId_Mode_LinkId] ON [FortInvoices] ([MerchantId], [Mode], [LinkId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE INDEX [IX_ReminderRounds_NextAt] ON [ReminderRounds] ([NextAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE INDEX [IX_ReportRuns_MerchantId] ON [ReportRuns] ([MerchantId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ReportRuns_ReportId_Key] ON [ReportRuns] ([ReportId], [Key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE INDEX [IX_ReportRuns_ReportId_MadeAt] ON [ReportRuns] ([ReportId], [MadeAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE INDEX [IX_SavedReports_MerchantId_Mode_CreatedAt] ON [SavedReports] ([MerchantId], [Mode], [CreatedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_SavedReports_NextAt] ON [SavedReports] ([NextAt]) WHERE [NextAt] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_WebhookDeliveries_DueAt] ON [WebhookDeliveries] ([DueAt]) WHERE [DeliveredAt] IS NULL AND [DeadAt] IS NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_WebhookDeliveries_EndpointId_DueAt] ON [WebhookDeliveries] ([EndpointId], [DueAt]) WHERE [DeliveredAt] IS NULL AND [DeadAt] IS NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE UNIQUE INDEX [IX_WebhookDeliveries_EndpointId_Sequence] ON [WebhookDeliveries] ([EndpointId], [Sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE INDEX [IX_WebhookDeliveries_EventId] ON [WebhookDeliveries] ([EventId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    CREATE INDEX [IX_WebhookEndpoints_MerchantId_Mode] ON [WebhookEndpoints] ([MerchantId], [Mode]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    ALTER TABLE [Outbox] ADD CONSTRAINT [FK_Outbox_ReportRuns_ReportRunId] FOREIGN KEY ([ReportRunId]) REFERENCES [ReportRuns] ([Id]) ON DELETE NO ACTION;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163258_BatchesAndNews'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122163258_BatchesAndNews', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    DECLARE @var3 nvarchar(max);
    SELECT @var3 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[Refunds]') AND [c].[name] = N'ProcessorReference');
    IF @var3 IS NOT NULL EXEC(N'ALTER TABLE [Refunds] DROP CONSTRAINT ' + @var3 + ';');
    ALTER TABLE [Refunds] ALTER COLUMN [ProcessorReference] varchar(255) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Refunds] ADD [AccountId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Refunds] ADD [Actor] nvarchar(80) NOT NULL DEFAULT N'system';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Refunds] ADD [FailureReason] nvarchar(100) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Refunds] ADD [LeftAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Refunds] ADD [Origin] varchar(30) NOT NULL DEFAULT 'Policy';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Refunds] ADD [Postings] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Refunds] ADD [PredecessorId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Refunds] ADD [Reason] nvarchar(200) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Payments] ADD [DeclinedTries] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Payments] ADD [Disputed] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Payments] ADD [GivenBack] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Payments] ADD [HoldsUntil] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Payments] ADD [MoneyReference] varchar(255) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Payments] ADD [Style] varchar(30) NOT NULL DEFAULT 'Hosted';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Payments] ADD [WasOnItsWay] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Outbox] ADD [AccountId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Outbox] ADD [DisputeId] uniqueidentifier NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Merchants] ADD [RefundLimit] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Merchants] ADD [RefundLimitCurrency] varchar(3) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Merchants] ADD [RefundsWithoutPassword] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Accounts] ADD [IsDraft] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Accounts] ADD [KeyEnd] nvarchar(8) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Accounts] ADD [ListNextAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Accounts] ADD [ListedUpTo] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Accounts] ADD [OwnId] varchar(255) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Accounts] ADD [PublicKey] varchar(255) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Accounts] ADD [RefusedSince] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Accounts] ADD [Style] varchar(30) NOT NULL DEFAULT 'Hosted';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Accounts] ADD [TestedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Accounts] ADD [UsedSince] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    CREATE TABLE [Disputes] (
        [Id] uniqueidentifier NOT NULL,
        [MerchantId] uniqueidentifier NOT NULL,
        [Mode] varchar(30) NOT NULL,
        [AccountId] uniqueidentifier NOT NULL,
        [ProcessorReference] varchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [MoneyReference] varchar(255) NOT NULL,
        [OpenedAt] datetime2 NOT NULL,
        [PaymentId] uniqueidentifier NULL,
        [InvoiceId] uniqueidentifier NULL,
        [State] varchar(30) NOT NULL,
        [Reason] nvarchar(60) NULL,
        [EvidenceBy] datetime2 NULL,
        [DecidedAt] datetime2 NULL,
        [SaidAt] datetime2 NULL,
        [OfInvoice] bigint NOT NULL,
        [OfOverpayment] bigint NOT NULL,
        [Version] bigint NOT NULL,
        [Amount_Currency] varchar(3) NOT NULL,
        [Amount_Minor] bigint NOT NULL,
        CONSTRAINT [PK_Disputes] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Disputes_Accounts_AccountId] FOREIGN KEY ([AccountId]) REFERENCES [Accounts] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Disputes_Invoices_InvoiceId] FOREIGN KEY ([InvoiceId]) REFERENCES [Invoices] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Disputes_Merchants_MerchantId] FOREIGN KEY ([MerchantId]) REFERENCES [Merchants] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Disputes_Payments_PaymentId] FOREIGN KEY ([PaymentId]) REFERENCES [Payments] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Refunds_AccountId_ProcessorReference] ON [Refunds] ([AccountId], [ProcessorReference]) WHERE [ProcessorReference] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Refunds_PredecessorId] ON [Refunds] ([PredecessorId]) WHERE [PredecessorId] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Payments_AccountId_MoneyReference] ON [Payments] ([AccountId], [MoneyReference]) WHERE [MoneyReference] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_Disputes_AccountId_MoneyReference] ON [Disputes] ([AccountId], [MoneyReference]) WHERE [PaymentId] IS NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Disputes_AccountId_ProcessorReference] ON [Disputes] ([AccountId], [ProcessorReference]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    CREATE INDEX [IX_Disputes_InvoiceId] ON [Disputes] ([InvoiceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    CREATE INDEX [IX_Disputes_MerchantId_Mode_OpenedAt_Id] ON [Disputes] ([MerchantId], [Mode], [OpenedAt], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    CREATE INDEX [IX_Disputes_PaymentId] ON [Disputes] ([PaymentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Refunds] ADD CONSTRAINT [FK_Refunds_Accounts_AccountId] FOREIGN KEY ([AccountId]) REFERENCES [Accounts] ([Id]) ON DELETE NO ACTION;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    ALTER TABLE [Refunds] ADD CONSTRAINT [FK_Refunds_Refunds_PredecessorId] FOREIGN KEY ([PredecessorId]) REFERENCES [Refunds] ([Id]) ON DELETE NO ACTION;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    UPDATE Payments SET MoneyReference = ProcessorReference WHERE Status = 'Succeeded' AND ProcessorReference IS NOT NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    UPDATE Payments SET GivenBack = (SELECT COALESCE(SUM(Refunds.Amount_Minor), 0) FROM Refunds WHERE Refunds.PaymentId = Payments.Id AND Refunds.Status <> 'Failed') WHERE Status = 'Succeeded';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    UPDATE Refunds SET AccountId = (SELECT Payments.AccountId FROM Payments WHERE Payments.Id = Refunds.PaymentId);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    UPDATE Refunds SET Postings = 1 WHERE Status = 'Succeeded';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194358_RealMoney'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122194358_RealMoney', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122221736_ProvenBooks'
)
BEGIN
    ALTER TABLE [Links] ADD [BarredAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122221736_ProvenBooks'
)
BEGIN
    ALTER TABLE [Links] ADD [Declines] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122221736_ProvenBooks'
)
BEGIN
    ALTER TABLE [Links] ADD [RestsUntil] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122221736_ProvenBooks'
)
BEGIN
    ALTER TABLE [Accounts] ADD [CompareNextAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122221736_ProvenBooks'
)
BEGIN
    CREATE TABLE [AddressCounts] (
        [Hash] binary(32) NOT NULL,
        [Began] datetime2 NOT NULL,
        [Begun] int NOT NULL,
        CONSTRAINT [PK_AddressCounts] PRIMARY KEY ([Hash])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122221736_ProvenBooks'
)
BEGIN
    CREATE TABLE [AddressKeys] (
        [Id] int NOT NULL,
        [Sealed] varbinary(400) NOT NULL,
        CONSTRAINT [PK_AddressKeys] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122221736_ProvenBooks'
)
BEGIN
    CREATE TABLE [BooksChecks] (
        [Day] date NOT NULL,
        [StartedAt] datetime2 NOT NULL,
        [LeaseUntil] datetime2 NOT NULL,
        [FinishedAt] datetime2 NULL,
        [Invoices] bigint NOT NULL,
        [Broken] int NOT NULL,
        [Findings] nvarchar(4000) NOT NULL,
        CONSTRAINT [PK_BooksChecks] PRIMARY KEY ([Day])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122221736_ProvenBooks'
)
BEGIN
    CREATE TABLE [Comparisons] (
        [Id] uniqueidentifier NOT NULL,
        [MerchantId] uniqueidentifier NOT NULL,
        [AccountId] uniqueidentifier NOT NULL,
        [Mode] varchar(30) NOT NULL,
        [From] datetime2 NOT NULL,
        [To] datetime2 NOT NULL,
        [At] datetime2 NOT NULL,
        [Actor] nvarchar(80) NOT NULL,
        [Outcome] varchar(30) NOT NULL,
        [Why] nvarchar(200) NULL,
        [Sums] nvarchar(max) NOT NULL,
        [Differences] int NOT NULL,
        [Healed] int NOT NULL,
        [Resolved] int NOT NULL,
        CONSTRAINT [PK_Comparisons] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Comparisons_Accounts_AccountId] FOREIGN KEY ([AccountId]) REFERENCES [Accounts] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Comparisons_Merchants_MerchantId] FOREIGN KEY ([MerchantId]) REFERENCES [Merchants] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122221736_ProvenBooks'
)
BEGIN
    CREATE TABLE [DeclineAlerts] (
        [MerchantId] uniqueidentifier NOT NULL,
        [Mode] varchar(30) NOT NULL,
        [ToldAt] datetime2 NOT NULL,
        [Declined] int NOT NULL,
        [Tries] int NOT NULL,
        [InvoiceId] uniqueidentifier NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_DeclineAlerts] PRIMARY KEY ([MerchantId], [Mode]),
        CONSTRAINT [FK_DeclineAlerts_Invoices_InvoiceId] FOREIGN KEY ([InvoiceId]) REFERENCES [Invoices] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_DeclineAlerts_Merchants_MerchantId] FOREIGN KEY ([MerchantId]) REFERENCES [Merchants] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122221736_ProvenBooks'
)
BEGIN
    CREATE TABLE [Differences] (
        [Id] uniqueidentifier NOT NULL,
        [MerchantId] uniqueidentifier NOT NULL,
        [AccountId] uniqueidentifier NOT NULL,
        [Mode] varchar(30) NOT NULL,
        [Kind] varchar(30) NOT NULL,
        [Reference] varchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Method] varchar(30) NOT NULL,
        [Instrument] nvarchar(80) NULL,
        [At] datetime2 NOT NULL,
        [PaymentId] uniqueidentifier NULL,
        [RefundId] uniqueidentifier NULL,
        [InvoiceId] uniqueidentifier NULL,
        [FirstSeen] datetime2 NOT NULL,
        [LastSeen] datetime2 NOT NULL,
        [State] varchar(30) NOT NULL,
        [ClosedAt] datetime2 NULL,
        [Version] bigint NOT NULL,
        [Amount_Currency] varchar(3) NOT NULL,
        [Amount_Minor] bigint NOT NULL,
        CONSTRAINT [PK_Differences] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Differences_Accounts_AccountId] FOREIGN KEY ([AccountId]) REFERENCES [Accounts] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Differences_Invoices_InvoiceId] FOREIGN KEY ([InvoiceId]) REFERENCES [Invoices] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Differences_Merchants_MerchantId] FOREIGN KEY ([MerchantId]) REFERENCES [Merchants] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Differences_Payments_PaymentId] FOREIGN KEY ([PaymentId]) REFERENCES [Payments] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122221736_ProvenBooks'
)
BEGIN
    CREATE TABLE [DifferenceSteps] (
        [Number] int NOT NULL,
        [DifferenceId] uniqueidentifier NOT NULL,
        [State] varchar(30) NOT NULL,
        [At] datetime2 NOT NULL,
        [Actor] nvarchar(80) NOT NULL,
        [Detail] nvarchar(200) NULL,
        CONSTRAINT [PK_DifferenceSteps] PRIMARY KEY ([DifferenceId], [Number]),
        CONSTRAINT [FK_DifferenceSteps_Differences_DifferenceId] FOREIGN KEY ([DifferenceId]) REFERENCES [Differences] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122221736_ProvenBooks'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_Links_BarredAt] ON [Links] ([BarredAt]) WHERE [BarredAt] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122221736_ProvenBooks'
)
BEGIN
    CREATE INDEX [IX_AddressCounts_Began] ON [AddressCounts] ([Began]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122221736_ProvenBooks'
)
BEGIN
    CREATE INDEX [IX_Comparisons_AccountId] ON [Comparisons] ([AccountId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122221736_ProvenBooks'
)
BEGIN
    CREATE INDEX [IX_Comparisons_MerchantId_Mode_At] ON [Comparisons] ([MerchantId], [Mode], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122221736_ProvenBooks'
)
BEGIN
    CREATE INDEX [IX_DeclineAlerts_InvoiceId] ON [DeclineAlerts] ([InvoiceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122221736_ProvenBooks'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Differences_AccountId_Kind_Reference] ON [Differences] ([AccountId], [Kind], [Reference]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122221736_ProvenBooks'
)
BEGIN
    CREATE INDEX [IX_Differences_InvoiceId] ON [Differences] ([InvoiceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122221736_ProvenBooks'
)
BEGIN
    CREATE INDEX [IX_Differences_MerchantId_Mode_State_At] ON [Differences] ([MerchantId], [Mode], [State], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122221736_ProvenBooks'
)
BEGIN
    CREATE INDEX [IX_Differences_PaymentId] ON [Differences] ([PaymentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122221736_ProvenBooks'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122221736_ProvenBooks', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    ALTER TABLE [Payments] ADD [PayerPhone] varchar(16) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    ALTER TABLE [Payments] ADD [ShipTo] nvarchar(506) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    ALTER TABLE [Merchants] ADD [AsksEmail] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    ALTER TABLE [Merchants] ADD [AsksPhone] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    ALTER TABLE [Merchants] ADD [AsksShipping] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    ALTER TABLE [Merchants] ADD [BackWhenPaid] nvarchar(2048) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    ALTER TABLE [Merchants] ADD [BackWhenPending] nvarchar(2048) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    ALTER TABLE [Merchants] ADD [BackWhenRejected] nvarchar(2048) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    ALTER TABLE [Merchants] ADD [Dialect_AuthenticatesPayers] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    ALTER TABLE [Merchants] ADD [Dialect_BackgroundColor] varchar(7) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    ALTER TABLE [Merchants] ADD [Dialect_DeliveryLanguage] varchar(20) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    ALTER TABLE [Merchants] ADD [Dialect_FontColor] varchar(7) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    ALTER TABLE [Merchants] ADD [HearsNothingOfPayments] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    ALTER TABLE [Merchants] ADD [Labels] nvarchar(3900) NOT NULL DEFAULT ('[]');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    ALTER TABLE [Merchants] ADD [LastFieldNumber] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    ALTER TABLE [Merchants] ADD [ShowsVatNumber] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    ALTER TABLE [Merchants] ADD [VatNumber] nvarchar(40) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    ALTER TABLE [Invoices] ADD [Fields] nvarchar(max) NOT NULL DEFAULT ('[]');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    ALTER TABLE [Invoices] ADD [PartnerDeveloperId] nvarchar(8) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    ALTER TABLE [Invoices] ADD [PartnerSolutionId] nvarchar(8) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    ALTER TABLE [ApiKeys] ADD [CreatedBy] varchar(60) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    ALTER TABLE [ApiKeys] ADD [Kind] varchar(30) NOT NULL DEFAULT 'Bearer';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    ALTER TABLE [ApiKeys] ADD [LastUsedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    ALTER TABLE [ApiKeys] ADD [RevokedBy] varchar(60) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    ALTER TABLE [ApiKeys] ADD [Scopes] varchar(30) NOT NULL DEFAULT 'All';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    ALTER TABLE [ApiKeys] ADD [SealedSecret] varbinary(1000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    ALTER TABLE [ApiKeys] ADD [Shown] varchar(20) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    ALTER TABLE [ApiKeys] ADD [Signer] varchar(60) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    CREATE TABLE [FieldDefinitions] (
        [MerchantId] uniqueidentifier NOT NULL,
        [Number] bigint NOT NULL,
        [Kind] varchar(30) NOT NULL,
        [Label] nvarchar(60) NOT NULL,
        [IsShownToPayers] bit NOT NULL,
        [IsReadOnly] bit NOT NULL,
        [MinLength] int NOT NULL,
        [MaxLength] int NOT NULL,
        [Default] nvarchar(100) NULL,
        [Choices] nvarchar(3900) NOT NULL,
        [Position] int NOT NULL,
        [DataIndex] int NULL,
        [CreatedAt] datetime2 NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_FieldDefinitions] PRIMARY KEY ([MerchantId], [Number]),
        CONSTRAINT [FK_FieldDefinitions_Merchants_MerchantId] FOREIGN KEY ([MerchantId]) REFERENCES [Merchants] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    CREATE TABLE [KeptCalls] (
        [Id] uniqueidentifier NOT NULL,
        [MerchantId] uniqueidentifier NOT NULL,
        [Mode] varchar(30) NOT NULL,
        [KeyHash] binary(32) NOT NULL,
        [Fingerprint] binary(32) NOT NULL,
        [CameAt] datetime2 NOT NULL,
        [LeaseNo] int NOT NULL,
        [LeasedUntil] datetime2 NULL,
        [Status] int NULL,
        [ContentType] varchar(100) NULL,
        [Location] varchar(500) NULL,
        [Tag] varchar(100) NULL,
        [Body] varbinary(max) NULL,
        CONSTRAINT [PK_KeptCalls] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_KeptCalls_Merchants_MerchantId] FOREIGN KEY ([MerchantId]) REFERENCES [Merchants] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    CREATE TABLE [SpentSignatures] (
        [Id] uniqueidentifier NOT NULL,
        [KeyId] uniqueidentifier NOT NULL,
        [Hash] binary(32) NOT NULL,
        [ExpiresAt] datetime2 NOT NULL,
        CONSTRAINT [PK_SpentSignatures] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SpentSignatures_ApiKeys_KeyId] FOREIGN KEY ([KeyId]) REFERENCES [ApiKeys] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    CREATE INDEX [IX_Events_InvoiceId_InvoiceSequence] ON [Events] ([InvoiceId], [InvoiceSequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    CREATE INDEX [IX_KeptCalls_CameAt] ON [KeptCalls] ([CameAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    CREATE UNIQUE INDEX [IX_KeptCalls_MerchantId_Mode_KeyHash] ON [KeptCalls] ([MerchantId], [Mode], [KeyHash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    CREATE INDEX [IX_SpentSignatures_ExpiresAt] ON [SpentSignatures] ([ExpiresAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    CREATE UNIQUE INDEX [IX_SpentSignatures_KeyId_Hash] ON [SpentSignatures] ([KeyId], [Hash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123014232_MerchantApi'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261123014232_MerchantApi', N'10.0.14');
END;

COMMIT;
GO

