using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Delivery;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;
using PayPage.Pages.Office.Settings;

namespace PayPage.Unit.Office;

/// <remarks>At a merchant of their own: the demo's payers pay on for a while, and each receipt moves the demo merchant's version.</remarks>
public sealed partial class SettingsPagesTests(OfficeFixture office) : IClassFixture<OfficeFixture>, IAsyncLifetime
{
    private MerchantId _merchant;

    private Colleague _admin = null!;    // set before each test

    public static TheoryData<string> Parts => [.. SettingsParts.All.Select(part => part.Path)];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Root => $"/merchant/{_merchant}/settings";

    public async ValueTask InitializeAsync()
    {
        _merchant = await OfficeThings.OtherMerchantAsync(office.Site, Ct);
        _admin = await Colleague.HiredAsync(office.Site, _merchant, Role.Admin, Ct);
    }

    public ValueTask DisposeAsync()
    {
        _admin.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Looking_at_every_page_writes_nothing()
    {
        var before = await MerchantAsync();

        foreach (var path in SettingsParts.All.Select(part => $"/{part.Path}").Append("").Append("/look/shades?color=%230f766e"))
        {
            await _admin.ReadAsync($"{Root}{path}", Ct);
        }

        Assert.Equal(before.Version, (await MerchantAsync()).Version);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task A_form_that_is_sent_as_it_was_shown_is_saved(string part)
    {
        var before = await MerchantAsync();
        var answer = await SaveAsync(part);

        Assert.Equal((HttpStatusCode.SeeOther, $"{Root}/{part}"), (answer.StatusCode, $"{answer.Headers.Location}"));
        Assert.Contains("saved.", await _admin.ReadAsync($"{Root}/{part}", Ct), StringComparison.Ordinal);

        var after = await MerchantAsync();
        Assert.Equal(
            (before.Name, before.Legal, before.DueDays, before.NumberPrefix, before.LastInvoiceNumber, before.ConfirmationEmails, before.Logo, $"{before.Color}"),
            (after.Name, after.Legal, after.DueDays, after.NumberPrefix, after.LastInvoiceNumber, after.ConfirmationEmails, after.Logo, $"{after.Color}"));
    }

    [Theory]
    [InlineData("look", "Color", "teal")]
    [InlineData("look", "Terms", "javascript:alert(1)")]
    [InlineData("business", "Name", " ")]
    [InlineData("business", "TimeZone", "Mars/Olympus")]
    [InlineData("letters", "MailSubject", "{{ <script>alert(1)</script> }}")]
    [InlineData("letters", "Paper", "A0")]
    [InlineData("defaults", "DueDays", "-1")]
    [InlineData("defaults", "LinkHours", "99999999999999999999")]
    [InlineData("pay-page", "BackWhenPaid", "javascript:alert(1)")]
    [InlineData("pay-page", "VatNumber", "4111 1111 1111 1111")]
    [InlineData("numbers", "Prefix", "\"><script>alert(1)</script>")]
    [InlineData("people-told", "ConfirmationEmails", "<script>alert(1)</script>")]
    [InlineData("reminders", "ReminderMessage", "{{ <script>alert(1)</script> }}")]
    public async Task A_fault_is_said_at_its_field_and_what_was_typed_stays(string part, string field, string typed)
    {
        var before = (await MerchantAsync()).Version;

        var answer = await SaveAsync(part, (field, typed));
        var page = await answer.Content.ReadAsStringAsync(Ct);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"href=\"#{field}\"", page, StringComparison.Ordinal);
        Assert.Contains($"id=\"{field}-fault\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Equal(before, (await MerchantAsync()).Version);

        if (field is not ("TimeZone" or "Paper"))
        {
            Assert.Contains(typed.Trim(), WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_saves_second_is_told_what_the_first_one_saved_and_overwrites_nothing_unawares()
    {
        var mine = await FieldsAsync("business");
        var theirs = await FieldsAsync("business");
        Set(theirs, "LegalName", "Northgate Holding B.V.");
        Set(theirs, "Phone", "+31 10 555 0100");
        Set(mine, "LegalName", "Northgate International Ltd");

        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync("business", theirs)).StatusCode);
        var answer = await SendAsync("business", mine);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("A colleague has saved this meanwhile: Northgate Holding B.V.", page, StringComparison.Ordinal);
        Assert.Contains("A colleague has saved this meanwhile: +31 10 555 0100", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Northgate International Ltd\"", page, StringComparison.Ordinal);
        Assert.Equal("Northgate Holding B.V.", (await MerchantAsync()).LegalName);

        // Having seen it, he decides.
        Set(mine, "Seen", Seen().Match(page).Groups[1].Value);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync("business", mine)).StatusCode);
        Assert.Equal("Northgate International Ltd", (await MerchantAsync()).LegalName);
    }

    [Fact]
    public async Task A_colour_is_shown_with_its_contrast_and_its_shades()
    {
        var piece = await _admin.ReadAsync($"{Root}/look/shades?color=%23ffcc00", Ct);
        var palette = BrandPalette.ForLight(new BrandColor(0xff, 0xcc, 0x00));

        Assert.Contains("<b>1.5 : 1</b>", piece, StringComparison.Ordinal);
        Assert.Contains("too little", piece, StringComparison.Ordinal);
        Assert.Contains($"fill=\"{palette.Brand}\"", piece, StringComparison.Ordinal);
        Assert.DoesNotContain("script", await _admin.ReadAsync($"{Root}/look/shades?color=%3Cscript%3E", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_placeholder_that_is_explained_is_one_and_none_is_kept_quiet()
    {
        Assert.All(LettersModel.Placeholders, placeholder => Assert.IsType<MailReading.Read>(MailTemplate.ReadMessage($"{{{{ {placeholder.Name} }}}}")));
        Assert.Equal(Enum.GetValues<MailSlot>().Length, LettersModel.Placeholders.Count);
    }

    private async Task<Merchant> MerchantAsync()
    {
        await using var db = office.Site.OpenDatabase();
        return await db.Merchants.AsNoTracking().SingleAsync(m => m.Id == _merchant, Ct);
    }

    private async Task<HttpResponseMessage> SaveAsync(string part, params (string Name, string Value)[] changed)
    {
        var fields = await FieldsAsync(part);

        foreach (var (name, value) in changed)
        {
            Set(fields, name, value);
        }

        return await SendAsync(part, fields);
    }

    /// <summary>All that a browser would send of the form of a page.</summary>
    private async Task<List<(string Name, string Value)>> FieldsAsync(string part)
    {
        var page = await _admin.ReadAsync($"{Root}/{part}", Ct);
        var form = page[page.IndexOf("<form method=\"post\"", page.IndexOf("<main", StringComparison.Ordinal), StringComparison.Ordinal)..];
        return FormFields.Of(form[..form.IndexOf("</form>", StringComparison.Ordinal)]);
    }

    private Task<HttpResponseMessage> SendAsync(string part, List<(string Name, string Value)> fields) => _admin.SendAsync("POST", $"{Root}/{part}", fields, Ct);

    private static void Set(List<(string Name, string Value)> fields, string name, string value)
    {
        fields.RemoveAll(field => field.Name == name);
        fields.Add((name, value));
    }

    [GeneratedRegex("name=\"Seen\" value=\"([^\"]+)")]
    private static partial Regex Seen();
}
