using System.Net;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Batches.Sheets;

namespace PayPage.Unit.Api.Fort;

public sealed class FortBatchTests : IAsyncLifetime
{
    private const string Header = "merchant_reference,amount,currency,language,customer_email,request_expiry_date,notification_type,payment_link_id,return_url\n";

    private ApiHost _host = null!;    // set before each test

    private FortSystem _shop = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await ApiHost.StartAsync(Ct);
        _shop = await FortSystem.OfAsync(_host);
    }

    public async ValueTask DisposeAsync()
    {
        _shop.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task From_an_upload_to_links_and_their_results()
    {
        await _shop.CallAsync(link => (link["merchant_reference"], link["notification_type"]) = ("TAKEN", "NONE"));
        var uploaded = await _shop.UploadAsync(
            Header
            + Row("B-1", "50000", link: "mine-1") + Row("B-2", "0") + Row("TAKEN", "100") + Row("B-3", "1250", "JPY") + Row("B-1", "100") + Row("B-4", "7", link: "mine-1"),
            "May-1");

        Assert.Equal(("50000", "50", "May-1"), (uploaded["response_code"], uploaded["status"], uploaded["batch_reference"]));
        Assert.InRange(uploaded["batch_id"].Length, 1, 20);
        Assert.Equal(("71138", "73138"), ((await AskAsync("GET_BATCH_RESULTS"))["response_code"], (await AskAsync("PROCESS_BATCH"))["response_code"]));

        await _shop.WorkAsync();
        var judged = await AskAsync("GET_BATCH_RESULTS", uploaded["batch_id"]);
        Assert.Equal(("70136", "6", "3"), (judged["response_code"], judged["transactions_count"], judged["valid_transactions_count"]));
        await _host.InDatabaseAsync(async db => Assert.Equal(1, await db.Invoices.CountAsync(Ct)));

        Assert.Equal(("72147", "73140", "71140"), ((await AskAsync("PROCESS_BATCH"))["response_code"], (await AskAsync("PROCESS_BATCH"))["response_code"], (await AskAsync("GET_BATCH_RESULTS"))["response_code"]));
        await _shop.WorkAsync();

        var lines = (await CsvAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("\"Line_Number\",\"response_code\",\"response_message\",\"status\",\"eci\",\"fort_id\",\"merchant_reference\",\"amount\",\"card_number\",\"expiry_date\",\"currency\"", lines[0]);
        Assert.Equal("\"2\",\"48000\",\"Success\",\"48\",\"\",\"mine-1\",\"B-1\",\"50000\",\"\",\"\",\"AED\"", lines[1]);
        Assert.Equal("\"3\",\"00005\",\"Invalid amount: amount\",\"00\",\"\",\"\",\"B-2\",\"0\",\"\",\"\",\"AED\"", lines[2]);
        Assert.Equal(["2 48000", "3 00005", "4 49066", "5 48000", "6 49066", "7 49126"], lines.Skip(1).Select(line => line.Split('"')).Select(cells => $"{cells[1]} {cells[3]}"));
        Assert.Equal("73047", (await AskAsync("PROCESS_BATCH"))["response_code"]);

        var check = await _shop.CallAsync(new Dictionary<string, string?> { ["query_command"] = "CHECK_PAYMENT_LINK_STATUS", ["merchant_reference"] = "B-1" });
        Assert.Equal(("12000", "Open", "mine-1"), (check["response_code"], check["payment_link_status"], check["payment_link_id"]));
        await _host.InDatabaseAsync(async db => Assert.Equal(2, await db.FortInvoices.CountAsync(i => i.CameInAFile, Ct)));
    }

    [Fact]
    public async Task A_file_without_a_mistake_is_validated()
    {
        await _shop.UploadAsync(Header + Row("B-1", "50000") + Row("B-2", "1"), "May-1");
        await _shop.WorkAsync();
        var judged = await AskAsync("GET_BATCH_RESULTS");

        Assert.Equal(("70000", "2"), (judged["response_code"], judged["transactions_count"]));
    }

    [Fact]
    public async Task A_file_may_come_before_its_parameters()
    {
        var uploaded = await _shop.UploadAsync(Header + Row("B-1", "50000"), "May-1", fileFirst: true);
        Assert.Equal("50000", uploaded["response_code"]);
    }

    [Fact]
    public async Task A_large_file_that_comes_before_its_signature_is_not_kept()
    {
        var rows = string.Concat(Enumerable.Range(0, 20_000).Select(i => Row($"B-{i}", "50000")));
        Assert.Equal("00073", (await _shop.UploadAsync(Header + rows, "May-1", fileFirst: true))["response_code"]);
        Assert.Equal("50000", (await _shop.UploadAsync(Header + rows, "May-1"))["response_code"]);
    }

    [Fact]
    public async Task A_reference_is_given_once_and_the_same_file_is_not_taken_twice()
    {
        await _shop.UploadAsync(Header + Row("B-1", "50000"), "May-1");

        Assert.Equal("51146", (await _shop.UploadAsync(Header + Row("B-2", "50000"), "May-1"))["response_code"]);
        var same = await _shop.UploadAsync(Header + Row("B-1", "50000"), "May-2");
        Assert.Equal(("51047", "Already processed: May-1"), (same["response_code"], same["response_message"]));
    }

    [Theory]
    [InlineData("links.exe", "51144")]
    [InlineData("a-name-that-is-longer-than-fifty-letters-in-all-12345.csv", "51144")]
    [InlineData("li=nks.csv", "51144")]
    [InlineData("May (1) #2, new.csv", "50000")]
    public async Task Files_are_called_as_the_dialect_has_it(string name, string code) =>
        Assert.Equal(code, (await _shop.UploadAsync(Header + Row("B-1", "50000"), "May-1", name))["response_code"]);

    [Theory]
    [InlineData("service_command", "PAYMENT_LINK", "00004")]
    [InlineData("service_command", "", "00001")]
    [InlineData("batch_reference", "with space", "00002")]
    [InlineData("batch_reference", "...", "00002")]
    [InlineData("batch_reference", "123456789012345678901", "00032")]
    [InlineData("language", "nl", "00033")]
    [InlineData("execution_date", "2027-01-01", "00073")]
    public async Task What_is_wrong_with_an_upload_is_refused_and_kept_nowhere(string name, string value, string code)
    {
        Assert.Equal(code, (await _shop.UploadAsync(Header + Row("B-1", "50000"), "May-1", with: parameters => parameters[name] = value))["response_code"]);
        await _host.InDatabaseAsync(async db => Assert.Equal(0, await db.Batches.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_wrong_signature_stops_a_file_at_the_door()
    {
        using var body = new MultipartFormDataContent();

        foreach (var (name, value) in _shop.Signed(new() { ["service_command"] = "UPLOAD_BATCH_FILE", ["batch_reference"] = "May-1", ["language"] = "en" }))
        {
            body.Add(new StringContent(name == "batch_reference" ? "May-2" : value!), name);
        }

        body.Add(new ByteArrayContent("x"u8.ToArray()), "file", "links.csv");

        Assert.Equal("00008", (await _shop.PostAsync(body, "upload"))["response_code"]);
        Assert.Equal("00073", (await _shop.PostAsync(new StringContent("x"), "upload/"))["response_code"]);
        await _host.InDatabaseAsync(async db => Assert.Equal(0, await db.Batches.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_file_that_is_none_of_links_says_so_after_it_was_read()
    {
        await _shop.UploadAsync("colour,shape\nred,round\n", "May-1");
        await _shop.WorkAsync();

        Assert.Equal(("71144", "73136"), ((await AskAsync("GET_BATCH_RESULTS"))["response_code"], (await AskAsync("PROCESS_BATCH"))["response_code"]));
    }

    [Fact]
    public async Task Nobody_asks_for_anothers_file_or_by_a_wrong_id()
    {
        using var other = await FortSystem.OfAsync(_host, 1);
        await _shop.UploadAsync(Header + Row("B-1", "50000"), "May-1");

        Assert.Equal("71141", (await AskAsync("GET_BATCH_RESULTS", system: other))["response_code"]);
        Assert.Equal("73141", (await AskAsync("PROCESS_BATCH", system: other))["response_code"]);
        Assert.Equal("71141", (await AskAsync("GET_BATCH_RESULTS", batchId: "00000000000000000000"))["response_code"]);
    }

    /// <summary>Each is sent by call and by file, and is refused with the same code for the same reason.</summary>
    [Fact]
    public async Task Both_doors_have_the_same_rules()
    {
        (string Column, string Value)[] wrong =
        [
            ("merchant_reference", "with space"), ("merchant_reference", "12345678901234567890123456789012345678901"), ("amount", "0"), ("amount", "12.50"), ("amount", ""),
            ("currency", "XXY"), ("language", "nl"), ("customer_email", "nobody"), ("customer_email", ""), ("request_expiry_date", "2027-12-20"),
            ("request_expiry_date", "2026-11-21T11:00:00Z"), ("notification_type", "PIGEON"), ("payment_link_id", "123456789012345678901"), ("return_url", "http://shop.example.com/"),
            ("order_description", "4111 1111 1111 1111"), ("customer_name", "Tanya 2"), ("payment_option", "VISA"), ("link_command", "AUTHORIZATION"), ("service_command", "REFUND"),
        ];
        var columns = FortColumns.All.Select(column => column.Name).ToList();
        var file = string.Join(',', columns) + "\n" + string.Concat(wrong.Select((pair, index) => string.Join(',', Cells(pair, index)) + "\n"));

        await _shop.UploadAsync(file + string.Join(',', Cells(("merchant_reference", "GOOD"), 99)) + "\n", "May-1");
        await _shop.WorkAsync();
        await AskAsync("PROCESS_BATCH");
        await _shop.WorkAsync();
        var results = (await CsvAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('"')[3]).ToList();

        foreach (var (pair, index) in wrong.Select((pair, index) => (pair, index)))
        {
            var parameters = columns.Zip(Cells(pair, index)).ToDictionary(cell => cell.First, cell => (string?)cell.Second);
            var code = (await _shop.CallAsync(parameters))["response_code"];

            // A call whose command is another is no call for a link at all: the code is the same by another way.
            Assert.True(code == results[index], $"{pair}: {code} by call, {results[index]} by file");
            Assert.StartsWith("00", code, StringComparison.Ordinal);
        }

        Assert.Equal("48000", results[^1]);

        IEnumerable<string> Cells((string Column, string Value) pair, int index) => columns.Select(column => column == pair.Column ? pair.Value : column switch
        {
            "merchant_reference" => $"B-{index}",
            "amount" => "50000",
            "currency" => "AED",
            "language" => "en",
            "customer_email" => "tanya@example.com",
            "request_expiry_date" => "2027-12-20T15:36:55+03:00",
            "notification_type" => "NONE",
            "service_command" => "PAYMENT_LINK",
            _ => "",
        });
    }

    private static string Row(string reference, string amount, string currency = "AED", string link = "") =>
        $"{reference},{amount},{currency},en,tanya@example.com,2027-12-20T15:36:55+03:00,NONE,{link},\n";

    private static Dictionary<string, string?> Question(string command, string? batchId) => new()
    {
        [command == "PROCESS_BATCH" ? "service_command" : "query_command"] = command,
        ["batch_reference"] = "May-1",
        ["batch_id"] = batchId,
        ["language"] = "en",
    };

    private Task<Dictionary<string, string>> AskAsync(string command, string? batchId = null, FortSystem? system = null) =>
        (system ?? _shop).CallAsync(Question(command, batchId), "batchApi/");

    private async Task<string> CsvAsync()
    {
        var answer = await _shop.PostAsync(Question("GET_BATCH_RESULTS", null), "batchApi/");
        Assert.Equal((HttpStatusCode.OK, "text/csv"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return await answer.Content.ReadAsStringAsync(Ct);
    }
}
