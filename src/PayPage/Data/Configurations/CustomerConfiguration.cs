using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PayPage.Domain;
using PayPage.Domain.Customers;
using PayPage.Domain.Merchants;

namespace PayPage.Data.Configurations;

internal sealed class CustomerConfiguration : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> customer)
    {
        customer.HasKey(c => c.Id);
        customer.Property(c => c.Name).HasMaxLength(Customer.NameLength);
        customer.Property(c => c.Email).HasMaxLength(EmailAddress.MaxLength);
        customer.Property(c => c.Phone).HasMaxLength(PhoneNumber.MaxLength).IsUnicode(false);
        customer.Property(c => c.MerchantCustomerId).HasMaxLength(Customer.OwnIdLength);
        customer.Property(c => c.CompanyName).HasMaxLength(Customer.CompanyLength);
        customer.Property(c => c.SearchWords).HasMaxLength(Customer.SearchWordsLength);
        customer.HasOne<Merchant>().WithMany().HasForeignKey(c => c.MerchantId).OnDelete(DeleteBehavior.Restrict);
        customer.HasIndex(c => new { c.MerchantId, c.MerchantCustomerId }).IsUnique().HasFilter("[MerchantCustomerId] IS NOT NULL");
        customer.HasIndex(c => new { c.MerchantId, c.Email });

        // The order of the list: each page is a walk along it. With the words in it, a search reads this index alone.
        customer.HasIndex(c => new { c.MerchantId, c.CreatedAt, c.Id, c.SearchWords }, "IX_Customers_List");
        customer.Property(c => c.Version).IsConcurrencyToken();
    }
}
