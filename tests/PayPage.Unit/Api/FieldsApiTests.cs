using System.Net;
using System.Text.Json;
using PayPage.Domain.Invoices.Intake;
using PayPage.UseCases.Fields;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Keys;
using PayPage.UseCases.Merchants;

namespace PayPage.Unit.Api;

public sealed class FieldsApiTests : IAsyncLifetime
{
    private const string Fields = "/invoicing/v2/Invoice/merchantDefinedFields";
    private const string PurchaseOrder = """{"fieldType":"text","label":"Purchase order","customerVisible":true,"textMinLength":3,"textMaxLength":10,"merchantDefinedDataIndex":7}""";
    private const string Branch = """{"fieldType":"Select","label":"Branch","possibleValues":"North,South"}""";

    private ApiHost _host = null!;    // set before each test

    private HttpClient _client = null!;    // the same

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _client = (_host = await ApiHost.StartAsync(Ct)).Client();

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Fields_are_added_changed_and_taken_away_and_each_answer_lists_all()
    {
        Assert.Equal("[]", await _client.GetStringAsync(Uri(Fields), Ct));

        var first = await ReadAsync(await SendAsync(HttpMethod.Post, Fields, PurchaseOrder));
        var both = await ReadAsync(await SendAsync(HttpMethod.Post, Fields, Branch));
        Assert.Equal((1, 2), (first.GetArrayLength(), both.GetArrayLength()));
        Assert.Equal(
            """{"id":1,"referenceType":"Invoice","fieldType":"text","label":"Purchase order","customerVisible":true,"readOnly":false,"textMinLength":3,"textMaxLength":10,"position":1,"merchantDefinedDataIndex":7,""",
            first[0].GetRawText()[..first[0].GetRawText().IndexOf("\"createdAt\"", StringComparison.Ordinal)]);
        Assert.Equal("North,South", both[1].GetProperty("possibleValues").GetString());

        var changed = await ReadAsync(await SendAsync(HttpMethod.Put, $"{Fields}/2", """{"fieldType":"select","label":"Shop","possibleValues":["East"],"position":1}"""));
        Assert.Equal(["Purchase order", "Shop"], changed.EnumerateArray().Select(f => f.GetProperty("label").GetString()));

        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Delete, $"{Fields}/1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Delete, $"{Fields}/1")).StatusCode);
        Assert.Equal(3, (await ReadAsync(await SendAsync(HttpMethod.Post, Fields, PurchaseOrder)))[1].GetProperty("id").GetInt64());    // no number is given twice
    }

    [Theory]
    [InlineData("fieldType", null)]
    [InlineData("fieldType", "\"number\"")]
    [InlineData("label", null)]
    [InlineData("label", "\"  \"")]
    [InlineData("label", "\"1234567890123456789012345678901234567890123456789012345678901\"")]
    [InlineData("label", "\"4111111111111111\"")]
    [InlineData("customerVisible", "\"often\"")]
    [InlineData("readOnly", "3")]
    [InlineData("textMinLength", "-1")]
    [InlineData("textMinLength", "11")]
    [InlineData("textMaxLength", "0")]
    [InlineData("textMaxLength", "101")]
    [InlineData("textMaxLength", "1.5")]
    [InlineData("textDefaultValue", "\"ab\"")]
    [InlineData("textDefaultValue", "\"longer than ten\"")]
    [InlineData("position", "0")]
    [InlineData("merchantDefinedDataIndex", "\"x\"")]
    public async Task A_definition_that_cannot_be_is_refused_by_the_member_at_fault(string member, string? value)
    {
        var answer = await SendAsync(HttpMethod.Post, Fields, PurchaseOrder.With(member, value));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([member], FaultsOf(await ReadAsync(answer)));
        Assert.Equal("[]", await _client.GetStringAsync(Uri(Fields), Ct));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("\" , \"")]
    [InlineData("{}")]
    public async Task A_choice_needs_something_to_choose_from(string? values) =>
        Assert.Equal(["possibleValues"], FaultsOf(await ReadAsync(await SendAsync(HttpMethod.Post, Fields, Branch.With("possibleValues", values)))));

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        var answer = await ReadAsync(await SendAsync(HttpMethod.Post, Fields, """{"fieldType":"x","textMaxLength":"y","readOnly":[]}"""));

        Assert.Equal(["fieldType", "label", "readOnly", "textMaxLength"], FaultsOf(answer).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_fields_are_never_called_the_same()
    {
        await SendAsync(HttpMethod.Post, Fields, PurchaseOrder);
        await SendAsync(HttpMethod.Post, Fields, Branch);

        Assert.Equal(["label"], FaultsOf(await ReadAsync(await SendAsync(HttpMethod.Post, Fields, PurchaseOrder.With("label", "\"PURCHASE ORDER\"")))));
        Assert.Equal(["label"], FaultsOf(await ReadAsync(await SendAsync(HttpMethod.Put, $"{Fields}/2", Branch.With("label", "\"Purchase order\"")))));
        Assert.Equal(["Purchase order", "Branch"], (await ReadAsync(await _client.GetAsync(Uri(Fields), Ct))).EnumerateArray().Select(f => f.GetProperty("label").GetString()));
    }

    [Fact]
    public async Task There_may_be_twenty_and_no_more()
    {
        for (var i = 1; i <= 20; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Post, Fields, PurchaseOrder.With("label", $"\"Field {i}\""))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(HttpMethod.Post, Fields, PurchaseOrder)).StatusCode);
    }

    [Theory]
    [InlineData("Purchase")]
    [InlineData("Donation")]
    [InlineData("PayByLink")]
    [InlineData("x")]
    public async Task Only_invoices_have_fields(string type)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync(Uri($"/invoicing/v2/{type}/merchantDefinedFields"), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Post, $"/invoicing/v2/{type}/merchantDefinedFields", PurchaseOrder)).StatusCode);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("99999999999999999999")]
    public async Task A_field_that_is_not_there_is_404(string id)
    {
        await SendAsync(HttpMethod.Post, Fields, PurchaseOrder);

        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Put, $"{Fields}/{id}", PurchaseOrder)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Delete, $"{Fields}/{id}")).StatusCode);
    }

    [Fact]
    public async Task Another_merchants_fields_are_not_there()
    {
        await SendAsync(HttpMethod.Post, Fields, PurchaseOrder);
        using var other = _host.Client(ApiHost.OthersKey);

        Assert.Equal("[]", await other.GetStringAsync(Uri(Fields), Ct));
        Assert.Equal(HttpStatusCode.NotFound, (await other.PutAsync(Uri($"{Fields}/1"), "{}".AsJson(), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.DeleteAsync(Uri($"{Fields}/1"), Ct)).StatusCode);
        var answer = await other.PostAsync(Uri("/invoicing/v2/invoices"), WithValues("""[{"definitionId":1,"value":"PO-1"}]""").AsJson(), Ct);
        Assert.Equal(["merchantDefinedFieldValues[0].definitionId"], FaultsOf(await ReadAsync(answer)));
        Assert.Equal(1, (await ReadAsync(await _client.GetAsync(Uri(Fields), Ct))).GetArrayLength());
    }

    [Fact]
    public async Task Values_stand_on_the_invoice_with_their_definitions()
    {
        await SendAsync(HttpMethod.Post, Fields, PurchaseOrder);
        await SendAsync(HttpMethod.Post, Fields, Branch);

        var created = await ReadAsync(await CreateAsync("""[{"definitionId":"2","value":"South"},{"definitionId":1,"value":" PO-17 "}]"""));
        var got = await ReadAsync(await _client.GetAsync(Uri($"/invoicing/v2/invoices/{created.GetProperty("id").GetString()}"), Ct));

        Assert.Equal(
            """[{"mdfValueId":1,"definitionId":1,"value":"PO-17","referenceType":"Invoice","fieldType":"text","label":"Purchase order","customerVisible":true,"readOnly":false,"textMinLength":3,"textMaxLength":10,"position":1,"merchantDefinedDataIndex":7},{"mdfValueId":2,"definitionId":2,"value":"South","referenceType":"Invoice","fieldType":"select","label":"Branch","customerVisible":false,"readOnly":false,"possibleValues":"North,South","position":2}]""",
            created.GetProperty("merchantDefinedFieldValuesWithDefinition").GetRawText());
        Assert.Equal(
            created.GetProperty("merchantDefinedFieldValuesWithDefinition").GetRawText(), got.GetProperty("merchantDefinedFieldValuesWithDefinition").GetRawText());
    }

    [Theory]
    [InlineData("""[{"value":"x"}]""", "[0].definitionId")]
    [InlineData("""[{"definitionId":9,"value":"x"}]""", "[0].definitionId")]
    [InlineData("""[{"definitionId":1.5,"value":"PO-1"}]""", "[0].definitionId")]
    [InlineData("""[{"definitionId":"-1","value":"PO-1"}]""", "[0].definitionId")]
    [InlineData("""[{"definitionId":1,"value":"PO-1"},{"definitionId":1,"value":"PO-2"}]""", "[1].definitionId")]
    [InlineData("""[{"definitionId":1,"value":"ab"}]""", "[0].value")]
    [InlineData("""[{"definitionId":1,"value":"longer than ten"}]""", "[0].value")]
    [InlineData("""[{"definitionId":1,"value":{}}]""", "[0].value")]
    [InlineData("""[{"definitionId":2,"value":"north"}]""", "[0].value")]
    [InlineData("""[{"definitionId":3,"value":"mine"}]""", "[0].value")]
    [InlineData("""[{"definitionId":4,"value":"4111 1111 1111 1111"}]""", "[0].value")]
    [InlineData("\"x\"", "")]
    public async Task A_value_that_its_field_does_not_take_is_refused_and_nothing_is_made(string values, string fault)
    {
        await SendAsync(HttpMethod.Post, Fields, PurchaseOrder);
        await SendAsync(HttpMethod.Post, Fields, Branch);
        await SendAsync(HttpMethod.Post, Fields, """{"fieldType":"text","label":"House","readOnly":true,"textDefaultValue":"ours"}""");
        await SendAsync(HttpMethod.Post, Fields, """{"fieldType":"text","label":"Free"}""");

        var answer = await CreateAsync(values);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([$"merchantDefinedFieldValues{fault}"], FaultsOf(await ReadAsync(answer)));
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync(Uri("/invoicing/v2/invoices/INV-000001"), Ct)).StatusCode);
    }

    [Fact]
    public async Task Faults_of_values_are_told_with_all_others()
    {
        var answer = await _client.PostAsync(Uri("/invoicing/v2/invoices"), WithValues("""[{"definitionId":9,"value":"x"},{"definitionId":8}]""").With("invoiceInformation.dueDate", "\"soon\"").AsJson(), Ct);

        Assert.Equal(
            ["invoiceInformation.dueDate", "merchantDefinedFieldValues[0].definitionId", "merchantDefinedFieldValues[1].definitionId"], FaultsOf(await ReadAsync(answer)));
    }

    [Fact]
    public async Task What_is_not_said_is_the_default_and_a_blank_is_nothing()
    {
        await SendAsync(HttpMethod.Post, Fields, """{"fieldType":"text","label":"House","textDefaultValue":"ours"}""");

        Assert.Equal("ours", ValuesOf(await ReadAsync(await CreateAsync(null))).Single());
        Assert.Empty(ValuesOf(await ReadAsync(await CreateAsync("""[{"definitionId":1,"value":""}]"""))));
    }

    [Fact]
    public async Task An_invoice_keeps_what_stood_on_it_whatever_becomes_of_the_field()
    {
        await SendAsync(HttpMethod.Post, Fields, PurchaseOrder);
        var number = (await ReadAsync(await CreateAsync("""[{"definitionId":1,"value":"PO-17"}]"""))).GetProperty("id").GetString();

        await SendAsync(HttpMethod.Put, $"{Fields}/1", PurchaseOrder.With("label", "\"Other\""));
        await SendAsync(HttpMethod.Delete, $"{Fields}/1");
        var value = (await ReadAsync(await _client.GetAsync(Uri($"/invoicing/v2/invoices/{number}"), Ct))).GetProperty("merchantDefinedFieldValuesWithDefinition")[0];

        Assert.Equal(("Purchase order", "PO-17"), (value.GetProperty("label").GetString(), value.GetProperty("value").GetString()));
    }

    [Fact]
    public async Task A_change_of_an_invoice_says_its_values_anew_or_leaves_them()
    {
        await SendAsync(HttpMethod.Post, Fields, PurchaseOrder);
        await SendAsync(HttpMethod.Post, Fields, Branch);
        var number = (await ReadAsync(await CreateAsync("""[{"definitionId":1,"value":"PO-17"},{"definitionId":2,"value":"South"}]"""))).GetProperty("id").GetString()!;

        Assert.Equal(["PO-17", "South"], await ChangeAsync(number, null));
        Assert.Equal(["PO-18"], await ChangeAsync(number, [new FieldEntry("1", "PO-18")]));
        await SendAsync(HttpMethod.Delete, $"{Fields}/1");
        Assert.Equal(["North", "PO-18"], await ChangeAsync(number, [new FieldEntry("2", "North")]));
        Assert.Equal(["North", "PO-18"], await ChangeAsync(number, [new FieldEntry("1", "PO-18"), new FieldEntry("2", "North")]));

        var caller = (await _host.UseAsync<FindCaller, KnownKey?>(find => find.HandleAsync(ApiHost.Key, Ct)))!.Caller;
        var begun = (await _host.UseAsync<BeginChange, BeginChange.View?>(begin => begin.HandleAsync(number, caller, Ct)))!;
        Assert.Contains(await HistoryAsync(number), detail => detail == "your own fields");
        var other = await _host.UseAsync<JudgeFields, ProposalReading>(judge => judge.HandleAsync(
            new ProposalReading.Read(NewInvoiceOf(begun)), [new FieldEntry("1", "PO-19")], number, caller, Ct));
        Assert.IsType<ProposalReading.Faulty>(other);    // the field is gone: what stands there stays or goes, and is not said anew
    }

    private static PayPage.Domain.Invoices.NewInvoice NewInvoiceOf(BeginChange.View begun) => PayPage.Domain.Invoices.NewInvoice.Like(begun.Invoice) with { Fields = null };

    private async Task<List<string>> ChangeAsync(string number, IReadOnlyList<FieldEntry>? entries)
    {
        var caller = (await _host.UseAsync<FindCaller, KnownKey?>(find => find.HandleAsync(ApiHost.Key, Ct)))!.Caller;
        var begun = (await _host.UseAsync<BeginChange, BeginChange.View?>(begin => begin.HandleAsync(number, caller, Ct)))!;
        var judged = await _host.UseAsync<JudgeFields, ProposalReading>(judge => judge.HandleAsync(new ProposalReading.Read(NewInvoiceOf(begun)), entries, number, caller, Ct));
        var wanted = Assert.IsType<ProposalReading.Read>(judged).Invoice;
        Assert.IsType<ChangeInvoice.Outcome.Changed>(await _host.UseAsync<ChangeInvoice, ChangeInvoice.Outcome>(
            change => change.HandleAsync(new ChangeInvoice.Wish(number, wanted, begun.Invoice.Version, begun.Marks), caller, Ct)));

        return ValuesOf(await ReadAsync(await _client.GetAsync(Uri($"/invoicing/v2/invoices/{number}"), Ct)));
    }

    private async Task<List<string?>> HistoryAsync(string number)
    {
        var caller = (await _host.UseAsync<FindCaller, KnownKey?>(find => find.HandleAsync(ApiHost.Key, Ct)))!.Caller;
        return [.. (await _host.UseAsync<ShowInvoice, ShowInvoice.View?>(show => show.HandleAsync(number, caller, Ct)))!.History.Select(h => h.Detail)];
    }

    private static Uri Uri(string path) => new(path, UriKind.Relative);

    private static string WithValues(string? values) => values is null ? Bodies.WithLines : Bodies.WithLines.With("merchantDefinedFieldValues", values);

    private static List<string> ValuesOf(JsonElement invoice) => invoice.TryGetProperty("merchantDefinedFieldValuesWithDefinition", out var values)
        ? [.. values.EnumerateArray().Select(v => v.GetProperty("value").GetString()!)]
        : [];

    private static List<string> FaultsOf(JsonElement reply) => [.. reply.GetProperty("details").EnumerateArray().Select(d => d.GetProperty("field").GetString()!)];

    private Task<HttpResponseMessage> CreateAsync(string? values) => _client.PostAsync(Uri("/invoicing/v2/invoices"), WithValues(values).AsJson(), Ct);

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, Uri(path)) { Content = body?.AsJson() };
        return await _client.SendAsync(request, Ct);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).RootElement;
}
