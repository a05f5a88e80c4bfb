using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PayPage.Domain.Merchants;
using PayPage.Domain.Reports;

namespace PayPage.Data.Configurations;

internal sealed class SavedReportConfiguration : IEntityTypeConfiguration<SavedReport>
{
    public void Configure(EntityTypeBuilder<SavedReport> report)
    {
        report.ToTable("SavedReports");
        report.HasKey(r => r.Id);
        report.Property(r => r.Name).HasMaxLength(SavedReport.NameLength);
        report.Property(r => r.Query).HasMaxLength(SavedReport.QueryLength);
        report.Property(r => r.Recipients).HasMaxLength(SavedReport.RecipientsLength);
        report.Property(r => r.SavedBy).HasMaxLength(SavedReport.ActorLength).IsUnicode(false);
        report.Ignore(r => r.Schedule);
        report.Property(r => r.Version).IsConcurrencyToken();
        report.HasIndex(r => new { r.MerchantId, r.Mode, r.CreatedAt });
        report.HasIndex(r => r.NextAt).HasFilter("[NextAt] IS NOT NULL");
        report.HasOne<Merchant>().WithMany().HasForeignKey(r => r.MerchantId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReportRunConfiguration : IEntityTypeConfiguration<ReportRun>
{
    public void Configure(EntityTypeBuilder<ReportRun> run)
    {
        run.ToTable("ReportRuns");
        run.HasKey(r => r.Id);
        run.Property(r => r.Key).HasMaxLength(ReportRun.KeyLength).IsUnicode(false);
        run.HasIndex(r => new { r.ReportId, r.Key }).IsUnique();
        run.HasIndex(r => new { r.ReportId, r.MadeAt });
        run.HasOne<SavedReport>().WithMany().HasForeignKey(r => r.ReportId).OnDelete(DeleteBehavior.Restrict);
        run.HasOne<Merchant>().WithMany().HasForeignKey(r => r.MerchantId).OnDelete(DeleteBehavior.Restrict);
    }
}
