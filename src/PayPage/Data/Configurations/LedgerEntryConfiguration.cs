using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PayPage.Domain.Invoices;
using PayPage.Domain.Ledger;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;

namespace PayPage.Data.Configurations;

internal sealed class LedgerEntryConfiguration : IEntityTypeConfiguration<LedgerEntry>
{
    private const int PostingLength = 60;

    public void Configure(EntityTypeBuilder<LedgerEntry> entry)
    {
        entry.ToTable("Ledger");
        entry.HasKey(e => e.Id);
        entry.ComplexProperty(e => e.Amount);
        entry.Property(e => e.Posting).HasMaxLength(PostingLength).IsUnicode(false);

        // A payment or refund is posted once: the same leg cannot be written twice.
        entry.HasIndex(e => new { e.Posting, e.Account }).IsUnique();
        entry.HasIndex(e => e.InvoiceId);
        entry.HasIndex(e => new { e.MerchantId, e.Mode, e.Account });
        entry.HasOne<Merchant>().WithMany().HasForeignKey(e => e.MerchantId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<Invoice>().WithMany().HasForeignKey(e => e.InvoiceId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<Payment>().WithMany().HasForeignKey(e => e.PaymentId).OnDelete(DeleteBehavior.Restrict);
    }
}
