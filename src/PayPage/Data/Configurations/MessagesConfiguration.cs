using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PayPage.Domain.Audit;
using PayPage.Domain.Inbox;
using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;
using PayPage.Domain.Outbox;
using PayPage.Domain.Processors;
using PayPage.Domain.Reports;

namespace PayPage.Data.Configurations;

internal sealed class InboxEventConfiguration : IEntityTypeConfiguration<InboxEvent>
{
    public void Configure(EntityTypeBuilder<InboxEvent> received)
    {
        received.ToTable("Inbox");
        received.HasKey(e => new { e.AccountId, e.EventId });
        received.Property(e => e.EventId).HasMaxLength(InboxEvent.EventIdLength).IsUnicode(false);
        received.Property(e => e.Type).HasMaxLength(100).IsUnicode(false);
        received.HasOne<ProcessorAccount>().WithMany().HasForeignKey(e => e.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> message)
    {
        message.ToTable("Outbox");
        message.HasKey(m => m.Id);
        message.Property(m => m.Key).HasMaxLength(OutboxMessage.KeyLength).IsUnicode(false);
        message.HasIndex(m => m.Key).IsUnique();
        message.Property(m => m.LastError).HasMaxLength(OutboxMessage.LastErrorLength);
        message.HasOne<Merchant>().WithMany().HasForeignKey(m => m.MerchantId).OnDelete(DeleteBehavior.Restrict);
        message.HasOne<Invoice>().WithMany().HasForeignKey(m => m.InvoiceId).OnDelete(DeleteBehavior.Restrict);
        message.HasOne<ReportRun>().WithMany().HasForeignKey(m => m.ReportRunId).OnDelete(DeleteBehavior.Restrict);
        message.HasIndex(m => new { m.MerchantId, m.SentAt });
        message.HasIndex(m => new { m.IsBulk, m.DueAt }).HasFilter("[SentAt] IS NULL AND [DeadAt] IS NULL");
    }
}

internal sealed class AuditEventConfiguration : IEntityTypeConfiguration<AuditEvent>
{
    public void Configure(EntityTypeBuilder<AuditEvent> audit)
    {
        audit.ToTable("Audit");
        audit.HasKey(e => e.Id);
        audit.Property(e => e.Actor).HasMaxLength(AuditEvent.ActorLength).IsUnicode(false);
        audit.Property(e => e.Detail).HasMaxLength(AuditEvent.DetailLength);
        audit.HasOne<Merchant>().WithMany().HasForeignKey(e => e.MerchantId).OnDelete(DeleteBehavior.Restrict);
        audit.HasOne<Invoice>().WithMany().HasForeignKey(e => e.InvoiceId).OnDelete(DeleteBehavior.Restrict);
        audit.HasIndex(e => new { e.InvoiceId, e.At });

        // The home page: what happened last, and how often a thing happened in a month.
        audit.HasIndex(e => new { e.MerchantId, e.Mode, e.At, e.Id });
        audit.HasIndex(e => new { e.MerchantId, e.Mode, e.Kind, e.At });
    }
}
