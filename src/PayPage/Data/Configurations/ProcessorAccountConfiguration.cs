using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PayPage.Domain.Merchants;
using PayPage.Domain.Processors;

namespace PayPage.Data.Configurations;

internal sealed class ProcessorAccountConfiguration : IEntityTypeConfiguration<ProcessorAccount>
{
    public void Configure(EntityTypeBuilder<ProcessorAccount> account)
    {
        account.HasKey(a => a.Id);
        account.Property(a => a.SealedSecrets).HasMaxLength(2000);
        account.Property(a => a.OwnId).HasMaxLength(255).IsUnicode(false);
        account.Property(a => a.KeyEnd).HasMaxLength(8);
        account.Property(a => a.PublicKey).HasMaxLength(255).IsUnicode(false);
        account.HasOne<Merchant>().WithMany().HasForeignKey(a => a.MerchantId).OnDelete(DeleteBehavior.Restrict);
        account.HasIndex(a => new { a.MerchantId, a.Mode });
        account.Property(a => a.Version).IsConcurrencyToken();
    }
}
