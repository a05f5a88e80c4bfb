using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PayPage.Domain.Fences;
using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;

namespace PayPage.Data.Configurations;

internal sealed class AddressCountConfiguration : IEntityTypeConfiguration<AddressCount>
{
    public void Configure(EntityTypeBuilder<AddressCount> count)
    {
        count.ToTable("AddressCounts");
        count.HasKey(c => c.Hash);
        count.Property(c => c.Hash).HasMaxLength(AddressCount.HashLength).IsFixedLength();
        count.HasIndex(c => c.Began);
    }
}

internal sealed class AddressKeyConfiguration : IEntityTypeConfiguration<AddressKey>
{
    public void Configure(EntityTypeBuilder<AddressKey> key)
    {
        key.ToTable("AddressKeys");
        key.HasKey(k => k.Id);
        key.Property(k => k.Id).ValueGeneratedNever();
        key.Property(k => k.Sealed).HasMaxLength(400);
    }
}

internal sealed class DeclineAlertConfiguration : IEntityTypeConfiguration<DeclineAlert>
{
    public void Configure(EntityTypeBuilder<DeclineAlert> alert)
    {
        alert.ToTable("DeclineAlerts");
        alert.HasKey(a => new { a.MerchantId, a.Mode });
        alert.HasOne<Merchant>().WithMany().HasForeignKey(a => a.MerchantId).OnDelete(DeleteBehavior.Restrict);
        alert.HasOne<Invoice>().WithMany().HasForeignKey(a => a.InvoiceId).OnDelete(DeleteBehavior.Restrict);
        alert.Property(a => a.Version).IsConcurrencyToken();
    }
}
