using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PayPage.Domain.Invoices;

namespace PayPage.Data.Configurations;

internal sealed class InvoiceNoteConfiguration : IEntityTypeConfiguration<InvoiceNote>
{
    private const int ActorLength = 80;

    public void Configure(EntityTypeBuilder<InvoiceNote> note)
    {
        note.ToTable("InvoiceNotes");
        note.HasKey(n => n.Id);
        note.Property(n => n.Text).HasMaxLength(InvoiceNote.TextLength);
        note.Property(n => n.Actor).HasMaxLength(ActorLength).IsUnicode(false);
        note.HasOne<Invoice>().WithMany().HasForeignKey(n => n.InvoiceId).OnDelete(DeleteBehavior.Restrict);
        note.HasIndex(n => new { n.InvoiceId, n.At });
    }
}
