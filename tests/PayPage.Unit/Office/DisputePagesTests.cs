using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Domain.Disputes;
using PayPage.Domain.Payments;
using PayPage.Unit.Documents;
using PayPage.UseCases.Disputes;

namespace PayPage.Unit.Office;

public sealed class DisputePagesTests(OfficeFixture office) : IClassFixture<OfficeFixture>
{
    private string Home => $"/merchant/{office.Merchant}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dispute_is_seen_wherever_somebody_may_look_for_it()
    {
        var dispute = await AnyAsync();
        await using var db = office.Site.OpenDatabase();
        var number = await db.Invoices.Where(i => i.Id == dispute.InvoiceId).Select(i => i.Number).SingleAsync(Ct);

        var home = await office.Admin.ReadAsync(Home, Ct);
        Assert.Contains("The payer says that what was paid for never came.", home, StringComparison.Ordinal);
        Assert.Contains($"{Home}/disputes/{dispute.Id}", home, StringComparison.Ordinal);

        Assert.Contains("Needs your answer", await office.Admin.ReadAsync($"{Home}/disputes", Ct), StringComparison.Ordinal);
        var invoice = await office.Admin.ReadAsync($"{Home}/invoices/{number}", Ct);
        Assert.Contains(">Disputed</span>", invoice, StringComparison.Ordinal);
        Assert.Contains($"{Home}/disputes/{dispute.Id}", invoice, StringComparison.Ordinal);

        var list = await office.Admin.ReadAsync($"{Home}/invoices?disputed=yes", Ct);
        Assert.Contains("1 invoice", list, StringComparison.Ordinal);
        Assert.Contains($"/invoices/{number}", list, StringComparison.Ordinal);

        var page = await office.Admin.ReadAsync($"{Home}/disputes/{dispute.Id}", Ct);
        Assert.Contains("Proof of delivery with date", page, StringComparison.Ordinal);
        Assert.Contains("/sandbox/disputes/sbd_demo", page, StringComparison.Ordinal);
        Assert.Matches("Answer by</dt><dd><strong>[0-9]+ [A-Z][a-z]+ 20[0-9]{2}, [0-9:]+ \\(", page);
    }

    [Fact]
    public async Task The_evidence_is_three_papers_that_say_what_happened_and_hide_the_payers_address()
    {
        var dispute = await AnyAsync();
        using var answer = await office.Admin.GetAsync($"{Home}/disputes/{dispute.Id}/evidence.zip", Ct);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);

        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Ct));
        Assert.Equal(["invoice", "receipt", "history"], zip.Entries.Select(e => e.Name.Split('-')[0]));

        var text = await TextAsync(zip.Entries[2]);
        Assert.Contains("What happened", text, StringComparison.Ordinal);
        Assert.Contains("The payment was confirmed", text, StringComparison.Ordinal);
        Assert.Contains("sbd_demo", text, StringComparison.Ordinal);
        Assert.Contains("•••@", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dsp_00000000000000000000000000000000")]
    [InlineData("nonsense")]
    public async Task What_is_no_dispute_of_this_merchant_is_not_found(string id)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await office.Admin.GetAsync($"{Home}/disputes/{id}", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await office.Admin.GetAsync($"{Home}/disputes/{id}/evidence.zip", Ct)).StatusCode);
    }

    [Fact]
    public async Task A_dispute_whose_money_is_not_known_is_shown_to_nobody()
    {
        var known = await AnyAsync();
        await using var scope = office.Site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RecordDispute>().HandleAsync(
            new DisputeNews("sbd_stray", "sbp_of_others", DisputeState.NeedsAnswer, known.Amount, "fraudulent", DateTimeOffset.UtcNow.AddDays(9)), known.AccountId, null, Ct);

        await using var db = office.Site.OpenDatabase();
        var stray = await db.Disputes.SingleAsync(d => d.ProcessorReference == "sbd_stray", Ct);
        Assert.Equal(HttpStatusCode.NotFound, (await office.Admin.GetAsync($"{Home}/disputes/{stray.Id}", Ct)).StatusCode);
        Assert.DoesNotContain($"{stray.Id}", await office.Admin.ReadAsync($"{Home}/disputes", Ct), StringComparison.Ordinal);
        Assert.DoesNotContain($"{stray.Id}", await office.Admin.ReadAsync(Home, Ct), StringComparison.Ordinal);
    }

    private async Task<Dispute> AnyAsync()
    {
        var id = await OfficeThings.DisputeAsync(office.Site, office.Merchant, Ct);
        await using var db = office.Site.OpenDatabase();
        return await db.Disputes.AsNoTracking().SingleAsync(d => d.Id == id, Ct);
    }

    private static async Task<string> TextAsync(ZipArchiveEntry entry)
    {
        var file = OutsideTool.NewFile(".pdf");
        await entry.ExtractToFileAsync(file, Ct);
        return await OutsideTool.RunAsync("pdftotext", "-layout", file, "-");
    }
}
