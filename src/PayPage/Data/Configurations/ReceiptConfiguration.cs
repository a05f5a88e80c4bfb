using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;
using PayPage.Domain.Receipts;

namespace PayPage.Data.Configurations;

internal sealed class ReceiptConfiguration : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> receipt)
    {
        receipt.HasKey(r => r.PaymentId);
        receipt.Property(r => r.Number).HasMaxLength(Receipt.NumberLength).IsUnicode(false);
        receipt.Property(r => r.Code).HasMaxLength(Receipt.CodeLength).IsUnicode(false);
        receipt.Property(r => r.KeyId).HasMaxLength(ReceiptKey.IdLength).IsUnicode(false);
        receipt.HasIndex(r => new { r.MerchantId, r.Number }).IsUnique();
        receipt.HasIndex(r => r.Code).IsUnique();
        receipt.HasOne<Payment>().WithOne().HasForeignKey<Receipt>(r => r.PaymentId).OnDelete(DeleteBehavior.Restrict);
        receipt.HasOne<Merchant>().WithMany().HasForeignKey(r => r.MerchantId).OnDelete(DeleteBehavior.Restrict);
        receipt.HasOne<Invoice>().WithMany().HasForeignKey(r => r.InvoiceId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReceiptKeyConfiguration : IEntityTypeConfiguration<ReceiptKey>
{
    public void Configure(EntityTypeBuilder<ReceiptKey> key)
    {
        key.HasKey(k => k.Id);
        key.Property(k => k.Id).HasMaxLength(ReceiptKey.IdLength).IsUnicode(false);
    }
}
