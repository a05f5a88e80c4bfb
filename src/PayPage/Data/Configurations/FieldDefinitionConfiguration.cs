using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PayPage.Data.Conversions;
using PayPage.Domain.Invoices.Fields;
using PayPage.Domain.Merchants;

namespace PayPage.Data.Configurations;

internal sealed class FieldDefinitionConfiguration : IEntityTypeConfiguration<FieldDefinition>
{
    public void Configure(EntityTypeBuilder<FieldDefinition> field)
    {
        field.HasKey(f => new { f.MerchantId, f.Number });
        field.Property(f => f.Number).ValueGeneratedNever();
        field.Property(f => f.Label).HasMaxLength(FieldDefinition.LabelLength);
        field.Property(f => f.Default).HasMaxLength(FieldDefinition.ValueLength);
        field.Property(f => f.Choices).HasConversion(new JsonList<string>(), new SameList<string>()).HasMaxLength(FieldDefinition.StoredChoicesLength);
        field.HasOne<Merchant>().WithMany().HasForeignKey(f => f.MerchantId).OnDelete(DeleteBehavior.Restrict);
        field.Property(f => f.Version).IsConcurrencyToken();
    }
}
