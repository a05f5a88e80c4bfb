using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PayPage.Domain.Disputes;
using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;

namespace PayPage.Data.Configurations;

internal sealed class DisputeConfiguration : IEntityTypeConfiguration<Dispute>
{
    public void Configure(EntityTypeBuilder<Dispute> dispute)
    {
        dispute.HasKey(d => d.Id);
        dispute.ComplexProperty(d => d.Amount);
        dispute.Property(d => d.Reason).HasMaxLength(Dispute.ReasonLength);
        dispute.Property(d => d.ProcessorReference).HasMaxLength(PaymentConfiguration.ProcessorReferenceLength).IsUnicode(false);
        dispute.Property(d => d.MoneyReference).HasMaxLength(PaymentConfiguration.ProcessorReferenceLength).IsUnicode(false);
        dispute.HasIndex(d => new { d.AccountId, d.ProcessorReference }).IsUnique();
        dispute.Ignore(d => d.Standing);
        dispute.HasOne<Merchant>().WithMany().HasForeignKey(d => d.MerchantId).OnDelete(DeleteBehavior.Restrict);
        dispute.HasOne<ProcessorAccount>().WithMany().HasForeignKey(d => d.AccountId).OnDelete(DeleteBehavior.Restrict);
        dispute.HasOne<Payment>().WithMany().HasForeignKey(d => d.PaymentId).OnDelete(DeleteBehavior.Restrict);
        dispute.HasOne<Invoice>().WithMany().HasForeignKey(d => d.InvoiceId).OnDelete(DeleteBehavior.Restrict);
        dispute.HasIndex(d => d.InvoiceId);

        // The list of a merchant, the newest first; and those that wait for their payment.
        dispute.HasIndex(d => new { d.MerchantId, d.Mode, d.OpenedAt, d.Id });
        dispute.HasIndex(d => new { d.AccountId, d.MoneyReference }).HasFilter("[PaymentId] IS NULL");
        dispute.Property(d => d.Version).IsConcurrencyToken();
    }
}
