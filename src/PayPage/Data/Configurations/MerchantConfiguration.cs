using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Merchants;
using PayPage.Domain.Reminders;

namespace PayPage.Data.Configurations;

internal sealed class MerchantConfiguration : IEntityTypeConfiguration<Merchant>
{
    public void Configure(EntityTypeBuilder<Merchant> merchant)
    {
        merchant.HasKey(m => m.Id);
        merchant.Property(m => m.Name).HasMaxLength(Merchant.NameLength);
        merchant.Property(m => m.LegalName).HasMaxLength(Merchant.NameLength);
        merchant.Property(m => m.NumberPrefix).HasMaxLength(Merchant.NumberPrefixLength).IsUnicode(false);
        merchant.Property(m => m.ConfirmationEmails).HasMaxLength(Merchant.ConfirmationEmailsLength);
        merchant.Property(m => m.Email).HasMaxLength(EmailAddress.MaxLength);
        merchant.Property(m => m.Phone).HasMaxLength(40);
        merchant.Property(m => m.Address).HasMaxLength(400);
        merchant.Property(m => m.TimeZone).HasMaxLength(60).IsUnicode(false);
        merchant.Property(m => m.Language).HasMaxLength(35).IsUnicode(false);
        merchant.Property(m => m.Logo).HasMaxLength(32).IsUnicode(false);
        merchant.Property(m => m.Terms).HasMaxLength(400);
        merchant.Property(m => m.Privacy).HasMaxLength(400);
        merchant.Property(m => m.Legal).HasMaxLength(Merchant.LegalLength);
        merchant.Property(m => m.MailSubject).HasMaxLength(MailTemplate.SubjectLength);
        merchant.Property(m => m.MailMessage).HasMaxLength(MailTemplate.MessageLength);
        merchant.Property(m => m.ReminderPlan).HasDefaultValue(ReminderPlan.Usual);    // merchants from before there were reminders have the usual plan, switched off
        merchant.Property(m => m.ReminderMessage).HasMaxLength(MailTemplate.MessageLength);
        merchant.Property(m => m.Labels).HasDefaultValueSql("'[]'");    // merchants from before there were labels have none
        merchant.Property(m => m.BackWhenPaid).HasMaxLength(Merchant.BackAddressLength);
        merchant.Property(m => m.BackWhenRejected).HasMaxLength(Merchant.BackAddressLength);
        merchant.Property(m => m.BackWhenPending).HasMaxLength(Merchant.BackAddressLength);
        merchant.Property(m => m.VatNumber).HasMaxLength(Merchant.VatNumberLength);
        merchant.ComplexProperty(m => m.Dialect, said =>
        {
            said.Property(d => d.FontColor).HasMaxLength(DialectSettings.ColorLength).IsUnicode(false);
            said.Property(d => d.BackgroundColor).HasMaxLength(DialectSettings.ColorLength).IsUnicode(false);
            said.Property(d => d.DeliveryLanguage).HasMaxLength(DialectSettings.LanguageLength).IsUnicode(false);
        });
        merchant.Property(m => m.Version).IsConcurrencyToken();
        merchant.Ignore(m => m.Zone);
    }
}

internal sealed class MerchantLogoConfiguration : IEntityTypeConfiguration<MerchantLogo>
{
    public void Configure(EntityTypeBuilder<MerchantLogo> logo)
    {
        logo.HasKey(l => new { l.MerchantId, l.Hash });
        logo.Property(l => l.Hash).HasMaxLength(32).IsUnicode(false);
        logo.Property(l => l.ContentType).HasMaxLength(40).IsUnicode(false);
        logo.HasIndex(l => l.Hash);
        logo.HasOne<Merchant>().WithMany().HasForeignKey(l => l.MerchantId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    private const int SealedLength = 1000;

    public void Configure(EntityTypeBuilder<ApiKey> key)
    {
        key.HasKey(k => k.Id);
        key.Property(k => k.Name).HasMaxLength(Merchant.NameLength);
        key.Property(k => k.Hash).HasMaxLength(Secret.HashLength).IsFixedLength();

        // Keys from before there were kinds and scopes were sent, and may do all.
        key.Property(k => k.Kind).HasDefaultValue(ApiKeyKind.Bearer).ValueGeneratedNever();
        key.Property(k => k.Scopes).HasDefaultValue(ApiScopes.All).ValueGeneratedNever();
        key.Property(k => k.Shown).HasMaxLength(ApiKey.ShownLength).IsUnicode(false);
        key.Property(k => k.SealedSecret).HasMaxLength(SealedLength);
        key.Property(k => k.Signer).HasMaxLength(ApiKey.SignerLength).IsUnicode(false);
        key.Property(k => k.CreatedBy).HasMaxLength(ApiKey.ActorLength).IsUnicode(false);
        key.Property(k => k.RevokedBy).HasMaxLength(ApiKey.ActorLength).IsUnicode(false);
        key.HasIndex(k => k.Hash).IsUnique();
        key.HasOne<Merchant>().WithMany().HasForeignKey(k => k.MerchantId).OnDelete(DeleteBehavior.Restrict);
        key.Property(k => k.Version).IsConcurrencyToken();
    }
}
