using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PayPage.Domain;
using PayPage.Domain.Merchants;

namespace PayPage.Data.Configurations;

internal sealed class MerchantConfiguration : IEntityTypeConfiguration<Merchant>
{
    public void Configure(EntityTypeBuilder<Merchant> merchant)
    {
        merchant.HasKey(m => m.Id);
        merchant.Property(m => m.Name).HasMaxLength(Merchant.NameLength);
        merchant.Property(m => m.Email).HasMaxLength(EmailAddress.MaxLength);
        merchant.Property(m => m.Phone).HasMaxLength(40);
        merchant.Property(m => m.Address).HasMaxLength(400);
        merchant.Property(m => m.TimeZone).HasMaxLength(60).IsUnicode(false);
        merchant.Property(m => m.Version).IsConcurrencyToken();
        merchant.Ignore(m => m.Zone);
    }
}

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> key)
    {
        key.HasKey(k => k.Id);
        key.Property(k => k.Name).HasMaxLength(Merchant.NameLength);
        key.Property(k => k.Hash).HasMaxLength(Secret.HashLength).IsFixedLength();
        key.HasIndex(k => k.Hash).IsUnique();
        key.HasOne<Merchant>().WithMany().HasForeignKey(k => k.MerchantId).OnDelete(DeleteBehavior.Restrict);
        key.Property(k => k.Version).IsConcurrencyToken();
    }
}
