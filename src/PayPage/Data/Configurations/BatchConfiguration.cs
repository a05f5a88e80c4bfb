using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PayPage.Data.Conversions;
using PayPage.Domain.Batches;
using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;

namespace PayPage.Data.Configurations;

internal sealed class BatchConfiguration : IEntityTypeConfiguration<Batch>
{
    public void Configure(EntityTypeBuilder<Batch> batch)
    {
        batch.HasKey(b => b.Id);
        batch.Property(b => b.Reference).HasMaxLength(Batch.ReferenceLength);
        batch.Property(b => b.FileName).HasMaxLength(Batch.FileNameLength);
        batch.Property(b => b.Actor).HasMaxLength(Batch.ActorLength).IsUnicode(false);
        batch.Property(b => b.Hash).HasMaxLength(Batch.HashLength).IsUnicode(false);
        batch.Property(b => b.Refusal).HasMaxLength(Batch.RefusalLength);
        batch.ComplexProperty(b => b.Wished);
        batch.ComplexProperty(b => b.Format);
        batch.Property(b => b.Findings).HasConversion(new JsonList<Finding>(), new SameList<Finding>());
        batch.Property(b => b.Header).HasConversion(new JsonList<string>(), new SameList<string>());
        batch.Property(b => b.Version).IsConcurrencyToken();
        batch.HasOne<Merchant>().WithMany().HasForeignKey(b => b.MerchantId).OnDelete(DeleteBehavior.Restrict);
        batch.HasIndex(b => new { b.MerchantId, b.Mode, b.Reference }).IsUnique().HasFilter("[Stage] <> 'Refused' AND [Stage] <> 'Discarded'");

        // The same file twice creates nothing twice: of two uploads at once the second finds the first.
        batch.HasIndex(b => new { b.MerchantId, b.Mode, b.Hash }).IsUnique().HasFilter("[Hash] IS NOT NULL");
        batch.HasIndex(b => new { b.MerchantId, b.Mode, b.CreatedAt, b.Id });
        batch.HasIndex(b => new { b.Stage, b.WorkedAt });
    }
}

internal sealed class BatchPieceConfiguration : IEntityTypeConfiguration<BatchPiece>
{
    public void Configure(EntityTypeBuilder<BatchPiece> piece)
    {
        piece.HasKey(p => new { p.BatchId, p.Number });
        piece.HasOne<Batch>().WithMany().HasForeignKey(p => p.BatchId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class BatchRowConfiguration : IEntityTypeConfiguration<BatchRow>
{
    public void Configure(EntityTypeBuilder<BatchRow> row)
    {
        row.HasKey(r => new { r.BatchId, r.Line });
        row.Property(r => r.Line).ValueGeneratedNever();
        row.Property(r => r.Cells).HasConversion(new JsonList<string>(), new SameList<string>());
        row.Property(r => r.Faults).HasConversion(new JsonList<RowFault>(), new SameList<RowFault>());
        row.Property(r => r.Key).HasMaxLength(BatchRow.KeyLength);
        row.Property(r => r.InvoiceNumber).HasMaxLength(Invoice.NumberLength);
        row.HasOne<Batch>().WithMany().HasForeignKey(r => r.BatchId).OnDelete(DeleteBehavior.Cascade);
        row.HasIndex(r => new { r.BatchId, r.State, r.Line });
        row.HasIndex(r => new { r.BatchId, r.Key });
    }
}
