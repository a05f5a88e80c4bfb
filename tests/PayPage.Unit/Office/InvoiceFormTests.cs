using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Invoices;
using PayPage.Unit.Support;

namespace PayPage.Unit.Office;

/// <summary>Invoices are written without script: everything that the form can do, over real HTTP.</summary>
public sealed partial class InvoiceFormTests(OfficeFixture office) : IClassFixture<OfficeFixture>
{
    private static readonly (string, string)[] Roses =
    [
        ("CustomerName", "Tanya Lee"), ("CustomerEmail", "tanya@example.com"), ("Currency", "USD"), ("DueDate", "2030-01-01"), ("Delivery", "email"),
        ("Lines[0].Name", "White roses"), ("Lines[0].Quantity", "20"), ("Lines[0].UnitPrice", "12.05"), ("IncludesLink", "true"),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static readonly string[] Hidden = ["__RequestVerificationToken", "Attempt", "Version", "Marks"];

    private string Home => $"/merchant/{office.Merchant}";

    private string NewPath => $"{Home}/new-invoice";

    [Fact]
    public async Task A_new_form_is_ready_to_be_filled_in()
    {
        var page = await office.Admin.ReadAsync(NewPath, Ct);

        Assert.Contains("placeholder=\"INV-", page, StringComparison.Ordinal);
        Assert.Contains("name=\"Lines[0].Name\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"email\" checked", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"fault\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blank_form_says_all_that_is_missing_at_its_fields()
    {
        var (status, page) = await SendAsync(NewPath, "Draft", [("Currency", ""), ("Lines[0].Name", "")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.All(["Currency", "DueDate", "Lines-0--Name", "Lines-0--UnitPrice"], id =>
        {
            Assert.Contains($"href=\"#{id}\"", page, StringComparison.Ordinal);
            Assert.Contains($"id=\"{id}-fault\"", page, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_draft_is_saved_as_typed()
    {
        var number = await SavedAsync("Draft", [.. Roses, ("Lines[1].Name", ""), ("Lines[2].Name", "Ribbon"), ("Lines[2].UnitPrice", "1,250.50"), ("FreightAmount", "18"), ("AllowsParts", "true")]);

        var invoice = await InvoiceAsync(number);
        Assert.Equal((InvoiceStage.Draft, 1_509_50, true, true), (invoice.Stage, invoice.Total, invoice.AllowsParts, invoice.IncludesLink));
        Assert.Equal(["White roses", "Ribbon"], invoice.Lines.Select(line => line.Name));    // the line that was left blank is none
    }

    [Fact]
    public async Task Created_it_can_be_paid_and_nothing_was_sent_and_sent_it_is_on_its_way()
    {
        Assert.Equal(InvoiceStage.Created, (await InvoiceAsync(await SavedAsync("Create", Roses))).Stage);
        Assert.Equal(InvoiceStage.Sent, (await InvoiceAsync(await SavedAsync("Send", Roses))).Stage);
    }

    [Fact]
    public async Task What_is_to_be_sent_needs_a_way_and_an_address()
    {
        Assert.Contains("Choose how to send it", (await SendAsync(NewPath, "Send", [.. Without(Roses, "Delivery"), ("Delivery", "none")])).Page, StringComparison.Ordinal);
        Assert.Contains("CustomerEmail-fault", (await SendAsync(NewPath, "Send", Without(Roses, "CustomerEmail"))).Page, StringComparison.Ordinal);
        Assert.Contains("nothing but a link", (await SendAsync(NewPath, "Send", [.. Without(Roses, "Delivery", "IncludesLink"), ("Delivery", "sms"), ("IncludesLink", "false")])).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_are_added_and_removed_and_nothing_else_is_lost()
    {
        (string, string)[] typed = [.. Roses, ("Lines[1].Name", "Ribbon"), ("Description", "Typed <b>words</b>"), ("TaxRate", "not a number")];

        var (status, more) = await SendAsync(NewPath, "AddLine", typed);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("name=\"Lines[2].Name\"", more, StringComparison.Ordinal);
        Assert.Contains("Typed &lt;b&gt;words&lt;/b&gt;", more, StringComparison.Ordinal);
        Assert.Contains("value=\"not a number\"", more, StringComparison.Ordinal);

        var (_, less) = await SendAsync(NewPath, "RemoveLine", [.. typed, ("remove", "0")]);
        Assert.Contains("id=\"Lines-0--Name\" name=\"Lines[0].Name\" value=\"Ribbon\"", less, StringComparison.Ordinal);
        Assert.DoesNotContain("White roses", less, StringComparison.Ordinal);

        var (_, same) = await SendAsync(NewPath, "RemoveLine", [.. typed, ("remove", "99")]);
        Assert.Contains("White roses", same, StringComparison.Ordinal);

        var (_, none) = await SendAsync(NewPath, "RemoveLine", [.. Roses, ("remove", "0")]);
        Assert.DoesNotContain("name=\"Lines[0].Name\"", none, StringComparison.Ordinal);
        Assert.Contains("<div data-total-field>", none, StringComparison.Ordinal);    // one amount instead
    }

    [Fact]
    public async Task The_totals_are_worked_out_before_anything_else_is_right()
    {
        var (status, page) = await SendAsync(NewPath, "Totals", [("Currency", "USD"), ("Lines[0].UnitPrice", "12.05"), ("Lines[0].Quantity", "20"), ("TaxRate", "8.25"), ("DueDate", "")]);

        Assert.Equal(HttpStatusCode.OK, status);    // what is not written yet is no mistake
        Assert.Equal("$260.88", Figure(page, "total"));
        Assert.Equal("$19.88", Figure(page, "tax"));

        (status, page) = await SendAsync(NewPath, "Totals", [("Currency", "USD"), ("Lines[0].UnitPrice", "1,250")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("in two ways", page, StringComparison.Ordinal);
        Assert.Equal("–", Figure(page, "total"));
    }

    [Fact]
    public async Task Thirty_lines_are_taken_and_one_more_is_refused()
    {
        var thirty = Roses.Concat(Enumerable.Range(1, 29).SelectMany(Line)).ToArray();

        Assert.Equal(30, (await InvoiceAsync(await SavedAsync("Draft", thirty))).Lines.Count);
        var (status, page) = await SendAsync(NewPath, "Draft", [.. thirty, .. Line(30)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Write at most 30 lines.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Lines[31]", (await SendAsync(NewPath, "AddLine", [.. thirty, .. Line(30)])).Page, StringComparison.Ordinal);

        static IEnumerable<(string, string)> Line(int i) => [($"Lines[{i}].Name", $"Line {i}"), ($"Lines[{i}].UnitPrice", "1")];
    }

    [Theory]
    [InlineData("CustomerName", "4111 1111 1111 1111", "card number")]
    [InlineData("Lines[0].UnitPrice", "1e9", "plain number")]
    [InlineData("Lines[0].UnitPrice", "-5", "minus sign")]
    [InlineData("Lines[0].Quantity", "9999999999999999999", "too large")]
    [InlineData("Lines[0].UnitPrice", "9999999999999999999", "too large")]
    [InlineData("Currency", "EVIL", "not known")]
    [InlineData("DueDate", "tomorrow", "YYYY-MM-DD")]
    [InlineData("DueDate", "9999-12-31", "from 1900 to 2999")]
    [InlineData("ExpirationDate", "2029-12-31", "before it is due")]
    [InlineData("FreightTaxRate", "20", "only where freight is taxed")]
    [InlineData("Language", "xx", "as the language")]
    [InlineData("Delivery", "pigeon", "none, email, sms or both")]
    [InlineData("Number", "<script>alert(1)</script>", "letters, digits")]
    public async Task What_cannot_be_is_refused_at_its_field_and_kept_as_typed(string field, string typed, string says)
    {
        var (status, page) = await SendAsync(NewPath, "Create", [.. Without(Roses, field), (field, typed)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DiscountAmount", "5", "DiscountPercent", "24.10")]
    [InlineData("TaxAmount", "5", "TaxRate", "24.10")]
    public async Task Two_figures_for_one_thing_must_mean_the_same(string sum, string typed, string rate, string says)
    {
        var (status, page) = await SendAsync(NewPath, "Create", [.. Roses, (sum, typed), (rate, "10")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains($"id=\"{sum}-fault\"", page, StringComparison.Ordinal);
        Assert.Contains(says, page, StringComparison.Ordinal);

        await SavedAsync("Draft", [.. Roses, (sum, "24.10"), (rate, "10")]);
    }

    [Fact]
    public async Task Hostile_words_are_words_and_what_hides_or_reverses_text_is_gone()
    {
        const string hostile = "<script>alert(1)</script>\u202Egpj\u0007 {{ secure_payment_url }}";
        var number = await SavedAsync("Draft", [.. Without(Roses, "CustomerName"), ("CustomerName", hostile), ("Description", hostile)]);

        Assert.Equal("<script>alert(1)</script>gpj {{ secure_payment_url }}", (await InvoiceAsync(number)).BillTo.Name);
        var form = await office.Admin.ReadAsync($"{Home}/invoices/{number}/edit", Ct);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;gpj", form, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_a_megabyte_or_of_a_thousand_fields_breaks_nothing()
    {
        var (long1, _) = await SendAsync(NewPath, "Draft", [.. Without(Roses, "Description"), ("Description", new string('a', 1_000_000))]);
        var (many, _) = await SendAsync(NewPath, "Draft", [.. Roses, .. Enumerable.Range(0, 2_000).Select(i => ($"Lines[{i}].Name", "x"))]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.BadRequest), (long1, many));
    }

    [Fact]
    public async Task Sent_twice_it_makes_one_and_with_other_words_asks_first()
    {
        var page = await office.Admin.ReadAsync(NewPath, Ct);
        (string, string)[] form = [.. Carried(page), .. Roses];

        var (first, second) = (await PostAsync(NewPath, "Create", form), await PostAsync(NewPath, "Create", form));
        Assert.Equal(HttpStatusCode.SeeOther, second.Status);
        Assert.Equal(first.Location, second.Location);

        var other = await PostAsync(NewPath, "Create", [.. Without(form, "CustomerName"), ("CustomerName", "Somebody Else")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Contains("has made invoice", other.Page, StringComparison.Ordinal);

        var again = await PostAsync(NewPath, "Create", [.. Carried(other.Page), .. Without(Roses, "CustomerName"), ("CustomerName", "Somebody Else")]);
        Assert.NotEqual(first.Location, again.Location);
        Assert.Equal(HttpStatusCode.SeeOther, again.Status);
    }

    [Fact]
    public async Task A_forged_key_is_no_key()
    {
        var forged = await SendAsync(NewPath, "Draft", [.. Roses, ("Attempt", "' OR 1=1 --")], withAttempt: false);

        Assert.Equal(HttpStatusCode.SeeOther, forged.Status);
        await using var db = office.Site.OpenDatabase();
        Assert.False(await db.Invoices.AnyAsync(i => i.CreationKey == "' OR 1=1 --", Ct));
    }

    [Fact]
    public async Task A_number_is_typed_once_and_never_changes()
    {
        var number = await SavedAsync("Draft", [.. Roses, ("Number", "NF/2026 #1")]);
        Assert.Equal("NF/2026 #1", number);
        Assert.Contains("This number is taken", (await SendAsync(NewPath, "Draft", [.. Roses, ("Number", number)])).Page, StringComparison.Ordinal);

        var edit = EditPath(number);
        var saved = await PostAsync(edit, "Save", [.. Carried(await office.Admin.ReadAsync(edit, Ct)), .. Without(Roses, "Currency"), ("Number", "OTHER"), ("Currency", "JPY"), ("Description", "Changed")]);

        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        Assert.Equal(("Changed", "USD"), ((await InvoiceAsync(number)).Description, (await InvoiceAsync(number)).Currency.Code));
    }

    [Fact]
    public async Task The_form_of_an_old_invoice_sent_as_it_is_changes_nothing()
    {
        var edit = $"{Home}/invoices/DEMO-EVERYTHING/edit";
        var before = await InvoiceAsync("DEMO-EVERYTHING");

        var saved = await PostAsync(edit, "Save", AllFields(await office.Admin.ReadAsync(edit, Ct)));

        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        Assert.Equal(before.Version, (await InvoiceAsync("DEMO-EVERYTHING")).Version);
    }

    [Fact]
    public async Task Two_colleagues_the_second_sees_what_changed_and_nothing_is_overwritten()
    {
        var edit = EditPath(await SavedAsync("Draft", Roses));
        var number = edit.Split('/')[^2];
        var (first, second) = (await office.Admin.ReadAsync(edit, Ct), await office.Admin.ReadAsync(edit, Ct));
        await PostAsync(edit, "Save", [.. Without(AllFields(first), "Lines[0].Quantity", "DueDate"), ("Lines[0].Quantity", "25"), ("DueDate", "2031-01-01")]);

        var told = await PostAsync(edit, "Save", [.. Without(AllFields(second), "Lines[0].Quantity", "Description"), ("Lines[0].Quantity", "30"), ("Description", "Mine")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        Assert.Contains("White roses; 25 × 12.05", told.Page, StringComparison.Ordinal);
        Assert.Contains("White roses; 30 × 12.05", told.Page, StringComparison.Ordinal);
        Assert.Contains("2031-01-01", told.Page, StringComparison.Ordinal);
        Assert.Contains("\nMine</textarea>", told.Page, StringComparison.Ordinal);
        Assert.Equal(25, (await InvoiceAsync(number)).Lines[0].Quantity);

        var taken = await PostAsync(edit, "Theirs", [.. AllFields(told.Page), ("take", "dueDate")]);
        Assert.Contains("name=\"DueDate\" type=\"date\" value=\"2031-01-01\"", taken.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(edit, "Save", AllFields(taken.Page))).Status);
        var saved = await InvoiceAsync(number);
        Assert.Equal((30, "Mine", new DateOnly(2031, 1, 1)), (saved.Lines[0].Quantity, saved.Description, saved.DueDate));
    }

    [Fact]
    public async Task A_forged_version_overwrites_nothing_unknowingly()
    {
        var edit = EditPath(await SavedAsync("Draft", Roses));

        var forged = await PostAsync(edit, "Save", [.. Without(AllFields(await office.Admin.ReadAsync(edit, Ct)), "Version", "Marks", "Description"), ("Version", "99"), ("Marks", "x=1 <script>"), ("Description", "Mine")]);

        Assert.Equal(HttpStatusCode.SeeOther, forged.Status);    // what it would replace says the same: only the description, where nothing stood, is new
        var blank = await PostAsync(edit, "Save", [.. Without(AllFields(await office.Admin.ReadAsync(edit, Ct)), "Version", "Marks", "Description"), ("Version", "-1e9"), ("Description", "Other")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, blank.Status);
        Assert.Equal("Mine", (await InvoiceAsync(edit.Split('/')[^2])).Description);
    }

    [Fact]
    public async Task A_payer_whose_page_shows_the_old_total_is_told_before_he_pays_and_a_payment_under_way_stops_the_form()
    {
        var path = await RunningSite.PayPathAsync(office.Site.Browser(), Ct, parts: false);
        var number = (await LastAsync()).Number;
        var edit = $"{Home}/invoices/{number}/edit";
        var (form, late) = (await office.Admin.ReadAsync(edit, Ct), await office.Admin.ReadAsync(edit, Ct));
        var saved = await PostAsync(edit, "Save", [.. Without(AllFields(form), "Total"), ("Total", "99.00")]);
        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);

        var (stale, page) = await PayAsync(path, 12_50);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale);
        Assert.Contains("$99.00", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await PayAsync(path, 99_00)).Status);

        var refused = await PostAsync(edit, "Save", [.. Without(AllFields(late), "Total"), ("Total", "1.00")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Somebody is paying this invoice", refused.Page, StringComparison.Ordinal);
        Assert.Contains("Somebody is paying this invoice", await office.Admin.ReadAsync(edit, Ct), StringComparison.Ordinal);
        Assert.Equal(99_00, (await InvoiceAsync(number)).Total);
    }

    [Theory]
    [InlineData("new-invoice?like=DEMO-EVERYTHING", HttpStatusCode.OK, "Eucalyptus cinerea, bunch")]
    [InlineData("new-invoice?like=NO-SUCH", HttpStatusCode.NotFound, "Nothing is here")]
    [InlineData("new-invoice?customer=cus_00000000000000000000000000000000", HttpStatusCode.NotFound, "Nothing is here")]
    [InlineData("new-invoice?customer=../../etc", HttpStatusCode.NotFound, "Nothing is here")]
    [InlineData("invoices/NO-SUCH/edit", HttpStatusCode.NotFound, "Nothing is here")]
    [InlineData("invoices/DEMO-PAID/edit", HttpStatusCode.OK, "has been paid")]
    [InlineData("invoices/DEMO-CANCELED/edit", HttpStatusCode.OK, "is canceled")]
    public async Task Each_way_to_the_form_leads_there_or_says_why_not(string path, HttpStatusCode status, string says)
    {
        using var answer = await office.Admin.GetAsync($"{Home}/{path}", Ct);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(says, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_is_chosen_from_the_list_and_what_was_typed_stays()
    {
        await SavedAsync("Draft", [.. Without(Roses, "CustomerName", "CustomerEmail"), ("CustomerName", "Chosen One"), ("CustomerEmail", "chosen@example.com")]);
        var id = CustomerOption().Match(await office.Admin.ReadAsync(NewPath, Ct)).Groups[1].Value;

        var (_, filled) = await SendAsync(NewPath, "Customer", [("customer", id), ("Description", "Typed before")]);
        Assert.Contains("value=\"chosen@example.com\"", filled, StringComparison.Ordinal);
        Assert.Contains("Typed before", filled, StringComparison.Ordinal);
        Assert.Contains("value=\"chosen@example.com\"", await office.Admin.ReadAsync($"{NewPath}?customer={id}", Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(NewPath, "Customer", [("customer", "")])).Status);
    }

    private static (string Name, string Value)[] Without((string Name, string Value)[] fields, params string[] names) => [.. fields.Where(field => !names.Contains(field.Name))];

    /// <summary>What the form hides: its token, its key, its version.</summary>
    private static (string Name, string Value)[] Carried(string page) => [.. AllFields(page).Where(field => Hidden.Contains(field.Name))];

    /// <summary>All that a browser would send of the form on a page.</summary>
    private static (string Name, string Value)[] AllFields(string page)
    {
        var form = page[page.IndexOf("data-invoice", StringComparison.Ordinal)..];
        var (blank, end) = (form.IndexOf("<template", StringComparison.Ordinal), form.IndexOf("</template>", StringComparison.Ordinal));
        return [.. FormFields.Of(form[..blank] + form[end..form.IndexOf("</form>", StringComparison.Ordinal)])];
    }

    private static string Figure(string page, string name) =>
        WebUtility.HtmlDecode(Regex.Match(page, $"data-figure=\"{name}\"[^>]*>([^<]*)<").Groups[1].Value);

    private string EditPath(string number) => $"{Home}/invoices/{Uri.EscapeDataString(number)}/edit";

    private async Task<string> SavedAsync(string step, (string, string)[] fields)
    {
        var saved = await SendAsync(NewPath, step, fields);
        Assert.True(saved.Status == HttpStatusCode.SeeOther, $"{saved.Status}: " + string.Join('\n', Regex.Matches(saved.Page, "class=\"fault\"[^>]*>[^<]*").Select(m => m.Value)));
        return (await LastAsync()).Number;
    }

    private async Task<(HttpStatusCode Status, string Page)> SendAsync(string path, string handler, (string, string)[] fields, bool withAttempt = true)
    {
        var carried = Carried(await office.Admin.ReadAsync(path, Ct));
        var (status, page, _) = await PostAsync(path, handler, [.. withAttempt ? carried : Without(carried, "Attempt"), .. fields]);
        return (status, page);
    }

    private async Task<(HttpStatusCode Status, string Page, string? Location)> PostAsync(string path, string handler, (string, string)[] fields)
    {
        using var answer = await office.Admin.SendAsync("POST", $"{path}?handler={handler}", fields, Ct);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct), answer.Headers.Location?.OriginalString);
    }

    private async Task<(HttpStatusCode Status, string Page)> PayAsync(string path, long shown)
    {
        using var browser = office.Site.Browser();
        using var form = new FormUrlEncodedContent([new("Input.Choice", "full"), new("Input.Shown", $"{shown}"), new("Input.Method", "card")]);
        using var answer = await browser.PostAsync(new Uri(path, UriKind.Relative), form, Ct);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)));
    }

    private async Task<Invoice> InvoiceAsync(string number)
    {
        await using var db = office.Site.OpenDatabase();
        return await db.Invoices.AsNoTracking().SingleAsync(i => i.Number == Uri.UnescapeDataString(number), Ct);
    }

    private async Task<Invoice> LastAsync()
    {
        await using var db = office.Site.OpenDatabase();
        return await db.Invoices.AsNoTracking().OrderByDescending(i => i.CreatedAt).ThenByDescending(i => i.Id).FirstAsync(Ct);
    }

    [GeneratedRegex("<option value=\"(cus_[0-9a-f]{32})\">Chosen One")]
    private static partial Regex CustomerOption();
}
