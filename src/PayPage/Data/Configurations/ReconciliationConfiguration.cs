using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PayPage.Data.Conversions;
using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Domain.Reconciliation;

namespace PayPage.Data.Configurations;

internal sealed class DifferenceConfiguration : IEntityTypeConfiguration<Difference>
{
    public void Configure(EntityTypeBuilder<Difference> difference)
    {
        difference.HasKey(d => d.Id);
        difference.ComplexProperty(d => d.Amount);
        difference.Property(d => d.Reference).HasMaxLength(PaymentConfiguration.ProcessorReferenceLength).IsUnicode(false);
        difference.Property(d => d.Instrument).HasMaxLength(80);
        difference.Ignore(d => d.IsOurs);

        // However often it is found, it is one.
        difference.HasIndex(d => new { d.AccountId, d.Kind, d.Reference }).IsUnique();
        difference.HasIndex(d => new { d.MerchantId, d.Mode, d.State, d.At });
        difference.HasOne<Merchant>().WithMany().HasForeignKey(d => d.MerchantId).OnDelete(DeleteBehavior.Restrict);
        difference.HasOne<ProcessorAccount>().WithMany().HasForeignKey(d => d.AccountId).OnDelete(DeleteBehavior.Restrict);
        difference.HasOne<Invoice>().WithMany().HasForeignKey(d => d.InvoiceId).OnDelete(DeleteBehavior.Restrict);
        difference.HasOne<Payment>().WithMany().HasForeignKey(d => d.PaymentId).OnDelete(DeleteBehavior.Restrict);
        difference.Property(d => d.Version).IsConcurrencyToken();

        difference.OwnsMany(d => d.Steps, step =>
        {
            step.ToTable("DifferenceSteps");
            step.WithOwner().HasForeignKey("DifferenceId");
            step.HasKey("DifferenceId", nameof(DifferenceStep.Number));
            step.Property(s => s.Number).ValueGeneratedNever();
            step.Property(s => s.Actor).HasMaxLength(AuditEvent.ActorLength);
            step.Property(s => s.Detail).HasMaxLength(Difference.NoteLength);
        });
    }
}

internal sealed class ComparisonConfiguration : IEntityTypeConfiguration<Comparison>
{
    public void Configure(EntityTypeBuilder<Comparison> comparison)
    {
        comparison.HasKey(c => c.Id);
        comparison.Property(c => c.Actor).HasMaxLength(AuditEvent.ActorLength);
        comparison.Property(c => c.Why).HasMaxLength(Comparison.WhyLength);
        comparison.Property(c => c.Sums).HasConversion(new JsonList<ComparedSums>(), new SameList<ComparedSums>());
        comparison.HasIndex(c => new { c.MerchantId, c.Mode, c.At });
        comparison.HasOne<Merchant>().WithMany().HasForeignKey(c => c.MerchantId).OnDelete(DeleteBehavior.Restrict);
        comparison.HasOne<ProcessorAccount>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BooksCheckConfiguration : IEntityTypeConfiguration<BooksCheck>
{
    public void Configure(EntityTypeBuilder<BooksCheck> check)
    {
        check.HasKey(c => c.Day);
        check.Property(c => c.Findings).HasMaxLength(BooksCheck.FindingsLength);
    }
}
