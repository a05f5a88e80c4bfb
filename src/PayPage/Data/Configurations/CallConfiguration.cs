using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PayPage.Domain;
using PayPage.Domain.Calls;
using PayPage.Domain.Merchants;

namespace PayPage.Data.Configurations;

internal sealed class KeptCallConfiguration : IEntityTypeConfiguration<KeptCall>
{
    public void Configure(EntityTypeBuilder<KeptCall> call)
    {
        call.ToTable("KeptCalls");
        call.HasKey(c => c.Id);
        call.Property(c => c.KeyHash).HasMaxLength(Secret.HashLength).IsFixedLength();
        call.Property(c => c.Fingerprint).HasMaxLength(Secret.HashLength).IsFixedLength();
        call.Property(c => c.ContentType).HasMaxLength(KeptCall.TypeLength).IsUnicode(false);
        call.Property(c => c.Location).HasMaxLength(KeptCall.LocationLength).IsUnicode(false);
        call.Property(c => c.Tag).HasMaxLength(KeptCall.TagLength).IsUnicode(false);
        call.Property(c => c.LeaseNo).IsConcurrencyToken();
        call.HasOne<Merchant>().WithMany().HasForeignKey(c => c.MerchantId).OnDelete(DeleteBehavior.Restrict);
        call.HasIndex(c => new { c.MerchantId, c.Mode, c.KeyHash }).IsUnique();    // one key, one call
        call.HasIndex(c => c.CameAt);    // what is too old
    }
}

internal sealed class SpentSignatureConfiguration : IEntityTypeConfiguration<SpentSignature>
{
    public void Configure(EntityTypeBuilder<SpentSignature> signature)
    {
        signature.ToTable("SpentSignatures");
        signature.HasKey(s => s.Id);
        signature.Property(s => s.Hash).HasMaxLength(Secret.HashLength).IsFixedLength();
        signature.HasOne<ApiKey>().WithMany().HasForeignKey(s => s.KeyId).OnDelete(DeleteBehavior.Restrict);
        signature.HasIndex(s => new { s.KeyId, s.Hash }).IsUnique();    // not the table's key: SQLite reports that one by another number
        signature.HasIndex(s => s.ExpiresAt);
    }
}
