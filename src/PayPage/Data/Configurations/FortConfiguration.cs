using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PayPage.Domain.Fort;
using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;

namespace PayPage.Data.Configurations;

internal sealed class FortDoorConfiguration : IEntityTypeConfiguration<FortDoor>
{
    public void Configure(EntityTypeBuilder<FortDoor> door)
    {
        door.HasKey(d => new { d.MerchantId, d.Mode });
        door.Property(d => d.AccessCode).HasMaxLength(FortDoor.NameLength).IsUnicode(false);
        door.Property(d => d.MerchantIdentifier).HasMaxLength(FortDoor.NameLength).IsUnicode(false);
        door.Property(d => d.SealedPhrases).HasMaxLength(FortDoor.SealedLength);
        door.Property(d => d.DirectUrl).HasMaxLength(FortDoor.UrlLength);
        door.Property(d => d.NotificationUrl).HasMaxLength(FortDoor.UrlLength);
        door.Property(d => d.Version).IsConcurrencyToken();
        door.HasOne<Merchant>().WithMany().HasForeignKey(d => d.MerchantId).OnDelete(DeleteBehavior.Restrict);
        door.HasIndex(d => d.AccessCode).IsUnique();
    }
}

internal sealed class FortInvoiceConfiguration : IEntityTypeConfiguration<FortInvoice>
{
    public void Configure(EntityTypeBuilder<FortInvoice> invoice)
    {
        invoice.HasKey(i => i.InvoiceId);
        invoice.Property(i => i.LinkId).HasMaxLength(FortInvoice.LinkIdLength).IsUnicode(false);
        invoice.Property(i => i.Language).HasMaxLength(FortInvoice.LanguageLength).IsUnicode(false);
        invoice.Property(i => i.ReturnUrl).HasMaxLength(FortInvoice.ReturnUrlLength).IsUnicode(false);
        invoice.HasOne<Invoice>().WithOne().HasForeignKey<FortInvoice>(i => i.InvoiceId).OnDelete(DeleteBehavior.Restrict);
        invoice.HasOne<Merchant>().WithMany().HasForeignKey(i => i.MerchantId).OnDelete(DeleteBehavior.Restrict);
        invoice.HasIndex(i => new { i.MerchantId, i.Mode, i.LinkId }).IsUnique();
    }
}

internal sealed class FortFeedbackConfiguration : IEntityTypeConfiguration<FortFeedback>
{
    private const int CodeLength = 5;

    public void Configure(EntityTypeBuilder<FortFeedback> feedback)
    {
        feedback.HasKey(f => f.Id);
        feedback.Property(f => f.ResponseCode).HasMaxLength(CodeLength).IsUnicode(false);
        feedback.Property(f => f.LastError).HasMaxLength(FortFeedback.AnswerLength);
        feedback.HasOne<Invoice>().WithMany().HasForeignKey(f => f.InvoiceId).OnDelete(DeleteBehavior.Restrict);
        feedback.HasOne<Merchant>().WithMany().HasForeignKey(f => f.MerchantId).OnDelete(DeleteBehavior.Restrict);
        feedback.HasOne<Payment>().WithMany().HasForeignKey(f => f.PaymentId).OnDelete(DeleteBehavior.Restrict);

        // The log of a merchant, and what waits: few rows do.
        feedback.HasIndex(f => new { f.MerchantId, f.Mode, f.CreatedAt, f.Id });
        feedback.HasIndex(f => f.DueAt).HasFilter("[SentAt] IS NULL AND [DeadAt] IS NULL");
    }
}
