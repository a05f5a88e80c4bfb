using System.Buffers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Links;
using PayPage.Domain.Outbox;
using PayPage.Domain.Reports;
using PayPage.Domain.Team;

namespace PayPage.UseCases.Reporting;

/// <summary>From the promise of a report to the mail with it: with the file where it is small, else with the way to it. Reads only.</summary>
internal sealed class ComposeReportMail(PayPageDbContext db, ReadReport read, ISiteAddresses addresses, IColleagueMailComposer composer)
{
    /// <summary>Bytes. Mail servers take more, but mailboxes are no archives.</summary>
    public const int MostAttached = 2 * 1024 * 1024;

    /// <returns>Null where the report was removed, or nobody stands at this place of its list any more.</returns>
    public async Task<EmailMessage?> HandleAsync(OutboxMessage message, CancellationToken ct)
    {
        var run = await db.ReportRuns.AsNoTracking().SingleAsync(r => r.Id == message.ReportRunId, ct);
        var report = await db.SavedReports.AsNoTracking().SingleAsync(r => r.Id == run.ReportId, ct);

        if (report.RemovedAt is not null || await ToAsync(message, run, report, ct) is not { } to)
        {
            return null;
        }

        var merchant = await db.Merchants.AsNoTracking().SingleAsync(m => m.Id == report.MerchantId, ct);
        var caller = new Caller(report.MerchantId, report.Mode, Actor.System);
        var wish = SavedQuery.Read(read.Of(report.Kind), report.Query) with { From = run.From, To = run.To };
        var file = await FileAsync(wish, caller, ct);
        var mail = new ColleagueMail.OfReport(report.Name, run.From, run.To, await SumsAsync(wish, caller, ct), Address(report, wish), file is not null, report.Mode)
        {
            Head = new MailHead(merchant.Name, merchant.Email, merchant.Color),
            Host = addresses.Host,
        };

        return composer.Compose(mail, to, $"{message.Id}@{addresses.Host}", message.CreatedAt) with { Files = file is null ? [] : [file] };
    }

    /// <summary>Whoever asked for it must still work here and may see reports; who is on the list is the merchant's own word.</summary>
    private async Task<string?> ToAsync(OutboxMessage message, ReportRun run, SavedReport report, CancellationToken ct)
    {
        if (message.UserId is not { } user)
        {
            return report.Addresses().Where((_, place) => SendReports.RecipientKey(run.Id, place) == message.Key).FirstOrDefault();
        }

        var person = await db.People.SingleOrDefaultAsync(p => p.Id == user.Value, ct);
        var own = await db.Memberships.AsNoTracking().FirstOrDefaultAsync(m => m.MerchantId == report.MerchantId && m.UserId == user, ct);
        return person is not null && (person.IsOperator || own?.Role.May(Right.SeeReports) == true) ? person.Email : null;
    }

    private async Task<IReadOnlyList<(string Label, string Value)>> SumsAsync(ReportWish wish, Caller caller, CancellationToken ct)
    {
        var (sums, labels) = (await read.SumAsync(wish, caller, ct), read.Of(wish.Kind).SumLabels);

        return
        [
            ("Lines", ReportText.Count(sums.Sum(sum => sum.Count))),
            .. from sum in sums
               from place in Enumerable.Range(0, labels.Count)
               select ($"{labels[place]}, {sum.Currency.Code}", new Money(sum.Sums[place], sum.Currency).Figure),
        ];
    }

    /// <returns>Null where it is too large.</returns>
    private async Task<MailFile?> FileAsync(ReportWish wish, Caller caller, CancellationToken ct)
    {
        var bytes = new ArrayBufferWriter<byte>();

        await foreach (var line in ReportCsv.LinesAsync(read.ColumnsOf(wish), read.LinesAsync(wish, caller, ct), ct))
        {
            Encoding.UTF8.GetBytes(line, bytes);

            if (bytes.WrittenCount > MostAttached)
            {
                return null;
            }
        }

        return new MailFile(ReportCsv.FileName(wish), ReportCsv.ContentType, bytes.WrittenMemory);
    }

    private Uri Address(SavedReport report, ReportWish wish) => addresses.Office(
        $"{report.MerchantId}/reports/{ReportText.Word(report.Kind)}?"
        + string.Join('&', ReportQuery.Write(read.Of(report.Kind), wish).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}")));
}
