using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PayPage.Domain.Merchants;
using PayPage.Domain.Reminders;

namespace PayPage.Data.Configurations;

internal sealed class ReminderRoundConfiguration : IEntityTypeConfiguration<ReminderRound>
{
    public void Configure(EntityTypeBuilder<ReminderRound> round)
    {
        // Not columns of the merchant: a round under way would raise its version at each slice, and settings would look changed by somebody.
        round.ToTable("ReminderRounds");
        round.HasKey(r => r.MerchantId);
        round.Property(r => r.Version).IsConcurrencyToken();
        round.HasIndex(r => r.NextAt);
        round.HasOne<Merchant>().WithOne().HasForeignKey<ReminderRound>(r => r.MerchantId).OnDelete(DeleteBehavior.Restrict);
    }
}
