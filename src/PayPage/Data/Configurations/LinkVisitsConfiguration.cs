using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PayPage.Domain.Links;
using PayPage.Domain.Merchants;

namespace PayPage.Data.Configurations;

internal sealed class LinkVisitsConfiguration : IEntityTypeConfiguration<LinkVisits>
{
    public void Configure(EntityTypeBuilder<LinkVisits> visits)
    {
        // Not columns of the link: counting there would raise its version and so disturb whoever is paying through it.
        visits.ToTable("LinkVisits");
        visits.HasKey(v => v.LinkId);
        visits.HasOne<PaymentLink>().WithOne().HasForeignKey<LinkVisits>(v => v.LinkId).OnDelete(DeleteBehavior.Restrict);
        visits.HasOne<Merchant>().WithMany().HasForeignKey(v => v.MerchantId).OnDelete(DeleteBehavior.Restrict);
    }
}
