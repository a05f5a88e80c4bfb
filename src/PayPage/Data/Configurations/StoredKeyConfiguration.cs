using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PayPage.Data.Configurations;

internal sealed class StoredKeyConfiguration : IEntityTypeConfiguration<StoredKey>
{
    public void Configure(EntityTypeBuilder<StoredKey> key)
    {
        key.HasKey(k => k.Id);
        key.Property(k => k.Name).HasMaxLength(200);
    }
}

internal sealed class CommitMarkConfiguration : IEntityTypeConfiguration<CommitMark>
{
    public void Configure(EntityTypeBuilder<CommitMark> mark)
    {
        mark.HasKey(m => m.Id);
        mark.HasIndex(m => m.At);
    }
}
