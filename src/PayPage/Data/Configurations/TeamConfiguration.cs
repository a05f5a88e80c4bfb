using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PayPage.Data.Users;
using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;

namespace PayPage.Data.Configurations;

/// <summary>
/// Beside what Identity's own model says of it. That one depends on options which only the running site has; what its version 3 adds is said here
/// again, so that tests and the tool that writes migrations see the same model.
/// </summary>
internal sealed class OfficeUserConfiguration
    : IEntityTypeConfiguration<OfficeUser>, IEntityTypeConfiguration<IdentityUserLogin<Guid>>, IEntityTypeConfiguration<IdentityUserToken<Guid>>,
        IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    private const int KeyLength = 128;
    private const int CredentialLength = 1024;

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> login)
    {
        login.Property(l => l.LoginProvider).HasMaxLength(KeyLength);
        login.Property(l => l.ProviderKey).HasMaxLength(KeyLength);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> token)
    {
        token.Property(t => t.LoginProvider).HasMaxLength(KeyLength);
        token.Property(t => t.Name).HasMaxLength(KeyLength);
    }

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> passkey)
    {
        passkey.ToTable("AspNetUserPasskeys");
        passkey.HasKey(p => p.CredentialId);
        passkey.Property(p => p.CredentialId).HasMaxLength(CredentialLength);
        passkey.OwnsOne(p => p.Data).ToJson();
        passkey.HasOne<OfficeUser>().WithMany().HasForeignKey(p => p.UserId).IsRequired();
    }

    public void Configure(EntityTypeBuilder<OfficeUser> user)
    {
        user.Property(u => u.PhoneNumber).HasMaxLength(256);
        user.Property(u => u.Name).HasMaxLength(OfficeUser.NameLength);
        user.Property(u => u.OneTimeHash).HasMaxLength(Secret.HashLength);
        user.HasIndex(u => u.OneTimeHash).IsUnique().HasFilter("[OneTimeHash] IS NOT NULL");
    }
}

internal sealed class MembershipConfiguration : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.HasKey(m => new { m.MerchantId, m.UserId });
        membership.HasOne<Merchant>().WithMany().HasForeignKey(m => m.MerchantId).OnDelete(DeleteBehavior.Restrict);
        membership.HasIndex(m => m.UserId);
        membership.Property(m => m.Version).IsConcurrencyToken();
    }
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.HasKey(i => i.Id);
        invitation.Property(i => i.Email).HasMaxLength(EmailAddress.MaxLength);
        invitation.HasOne<Merchant>().WithMany().HasForeignKey(i => i.MerchantId).OnDelete(DeleteBehavior.Restrict);
        invitation.HasIndex(i => new { i.MerchantId, i.Email });
        invitation.Property(i => i.Version).IsConcurrencyToken();
    }
}

internal sealed class OfficeSessionConfiguration : IEntityTypeConfiguration<OfficeSession>
{
    public void Configure(EntityTypeBuilder<OfficeSession> session)
    {
        session.ToTable("OfficeSessions");
        session.HasKey(s => s.Id);
        session.Property(s => s.Device).HasMaxLength(OfficeSession.DeviceLength);
        session.Property(s => s.Address).HasMaxLength(OfficeSession.AddressLength).IsUnicode(false);
        session.HasIndex(s => s.UserId);
        session.HasIndex(s => s.EndsAt);
    }
}

internal sealed class SetUpMarkConfiguration : IEntityTypeConfiguration<SetUpMark>
{
    public void Configure(EntityTypeBuilder<SetUpMark> mark)
    {
        mark.ToTable("SetUp");
        mark.HasKey(m => m.Id);
        mark.Property(m => m.Id).ValueGeneratedNever();
    }
}
