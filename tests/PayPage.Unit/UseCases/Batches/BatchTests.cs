using System.Text;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain;
using PayPage.Domain.Batches;
using PayPage.Unit.Support;
using PayPage.UseCases.Batches;

namespace PayPage.Unit.UseCases.Batches;

public sealed class BatchTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_file_of_good_rows_becomes_invoices_when_the_merchant_says_so_and_not_before(string kind)
    {
        await using var world = await World.CreateAsync(kind);

        var judged = await world.JudgedAsync(BatchRoom.Header + BatchRoom.Rows(45));
        Assert.Equal((BatchStage.Validated, 45, 45, 0), (judged.Stage, judged.Rows, judged.GoodInvoices, judged.BadInvoices));
        Assert.Equal((0, 0), await CountsAsync(world));

        Assert.Equal(DecideBatch.Outcome.Done, await world.ProcessAsync(judged));
        await world.WorkAsync();
        var made = await world.BatchAsync(judged.Id);

        Assert.Equal((BatchStage.Processed, 45), (made.Stage, made.CreatedInvoices));
        Assert.Equal((45, 45), await CountsAsync(world));
        await world.AssertAddsUpAsync(made);
        Assert.Equal(12_50, await world.ReadAsync(db => db.Invoices.Where(i => i.Number == "B-000012").Select(i => i.Total).SingleAsync(Ct)));
        Assert.Equal(0, await world.ReadAsync(db => db.BatchPieces.CountAsync(Ct)));
    }

    [Fact]
    public async Task One_bad_row_keeps_no_good_one_back_and_is_named()
    {
        await using var world = await World.CreateAsync();
        var text = BatchRoom.Header + BatchRoom.Rows(7) + "B-900,Sam,not an address,5.00,EUR,2027-01-31,Roses\n" + BatchRoom.Rows(3, from: 20);

        var judged = await world.JudgedAsync(text);
        Assert.Equal((10, 1), (judged.GoodInvoices, judged.BadInvoices));
        Assert.Equal(DecideBatch.Outcome.NotWhole, await world.ProcessAsync(judged, onlyWhole: true));
        Assert.Equal((0, 0), await CountsAsync(world));

        await world.ProcessAsync(judged);
        await world.WorkAsync();
        var made = await world.BatchAsync(judged.Id);
        var bad = Assert.Single(await world.RowsAsync(made.Id), row => row.State == BatchRowState.Bad);

        await world.AssertAddsUpAsync(made);
        Assert.Equal((9, "customer_email"), (bad.Line, Assert.Single(bad.Faults).Column));
    }

    [Fact]
    public async Task Rows_below_each_other_with_one_number_are_one_invoice_and_one_mistake_spoils_it()
    {
        await using var world = await World.CreateAsync();
        const string text =
            "invoice_number,customer_name,customer_email,currency,due_date,item_name,item_unit_price\n" +
            "L-1,Tanya,t@example.com,EUR,2027-01-31,Roses,10.00\n" +
            "L-1,,,,,Tulips,5.50\n" +
            "L-2,Sam,s@example.com,EUR,2027-01-31,Roses,10.00\n" +
            "L-2,,,,,Tulips,cheap\n" +
            ",Zoe,z@example.com,EUR,2027-01-31,Card,1.00\n";

        var made = await world.MadeAsync(text);
        var rows = await world.RowsAsync(made.Id);

        await world.AssertAddsUpAsync(made);
        Assert.Equal((2, 1), (made.CreatedInvoices, made.BadInvoices));
        Assert.Equal([2, 2, 4, 4, 6], rows.Select(row => row.HeadLine));
        Assert.Contains("Line 5 belongs to the same invoice", Assert.Single(rows[2].Faults).Message, StringComparison.Ordinal);
        Assert.Equal(15_50, await world.ReadAsync(db => db.Invoices.Where(i => i.Number == "L-1").Select(i => i.Total).SingleAsync(Ct)));
        Assert.Equal("INV-000001", rows[4].InvoiceNumber);
    }

    [Fact]
    public async Task The_same_file_twice_makes_nothing_twice()
    {
        await using var world = await World.CreateAsync();
        var text = BatchRoom.Header + BatchRoom.Rows(3);
        var first = await world.MadeAsync(text);

        var second = Assert.IsType<BatchReceipt.SameFile>(await world.SendAsync(text));
        var (other, _) = await world.MerchantAsync();

        Assert.Equal(first.Id, second.Id);
        Assert.IsType<BatchReceipt.Taken>(await world.SendAsync(text, other));
        Assert.Equal(3, (await CountsAsync(world)).Invoices);
        Assert.Equal(2, await world.ReadAsync(db => db.Batches.CountAsync(Ct)));
    }

    [Fact]
    public async Task The_same_row_twice_makes_one_invoice_in_one_file_and_in_two()
    {
        await using var world = await World.CreateAsync();
        const string row = ",Tanya,t@example.com,5.00,EUR,2027-01-31,Roses\n";

        var first = await world.MadeAsync(BatchRoom.Header + row + "D-1,Sam,s@example.com,5.00,EUR,2027-01-31,Roses\n" + row + "D-1,Zoe,z@example.com,7.00,EUR,2027-01-31,Lilies\n");
        var rows = await world.RowsAsync(first.Id);
        var second = await world.MadeAsync(BatchRoom.Header + "D-9,New,n@example.com,5.00,EUR,2027-01-31,Roses\n" + row + "D-1,Sam,s@example.com,5.00,EUR,2027-01-31,Roses\n");
        var again = await world.RowsAsync(second.Id);

        Assert.Equal([BatchRowState.Created, BatchRowState.Created, BatchRowState.Bad, BatchRowState.Bad], rows.Select(r => r.State));
        Assert.Contains("Line 2 says exactly the same", Assert.Single(rows[2].Faults).Message, StringComparison.Ordinal);
        Assert.Contains("Line 3 has this number too", Assert.Single(rows[3].Faults).Message, StringComparison.Ordinal);
        Assert.Contains("has become invoice INV-000001 before", Assert.Single(again[1].Faults).Message, StringComparison.Ordinal);
        Assert.Contains("already", Assert.Single(again[2].Faults).Message, StringComparison.Ordinal);
        Assert.Equal(3, (await CountsAsync(world)).Invoices);
        await world.AssertAddsUpAsync(first);
        await world.AssertAddsUpAsync(second);
    }

    [Fact]
    public async Task A_number_that_is_taken_between_checking_and_making_is_rejected_with_the_reason()
    {
        await using var world = await World.CreateAsync();
        var judged = await world.JudgedAsync(BatchRoom.Header + BatchRoom.Rows(3));
        await world.InvoiceAsync(1_00, number: "B-000002");

        await world.ProcessAsync(judged);
        await world.WorkAsync();
        var made = await world.BatchAsync(judged.Id);

        await world.AssertAddsUpAsync(made);
        Assert.Equal((BatchStage.Processed, 2, 1), (made.Stage, made.CreatedRows, made.RejectedRows));
        Assert.Contains("since the file was checked", (await world.RowsAsync(made.Id))[1].Faults[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_of_which_nothing_can_be_made_leaves_no_customer_behind()
    {
        await using var world = await World.CreateAsync();
        var judged = await world.JudgedAsync(
            "customer_name,customer_email,customer_phone,amount,currency,due_date,description,delivery,invoice_number\nTanya,,+31612345678,5.00,EUR,2027-01-31,Roses,sms,S-1\nSam,s@example.com,,5.00,EUR,2027-01-31,Roses,email,S-2\n");
        await world.ReadAsync(db => db.Merchants.Where(m => m.Id == world.Caller.MerchantId).ExecuteUpdateAsync(set => set.SetProperty(m => m.AlwaysLink, false), Ct));

        await world.ProcessAsync(judged);
        await world.WorkAsync();
        var made = await world.BatchAsync(judged.Id);

        await world.AssertAddsUpAsync(made);
        Assert.Equal((1, 1), (made.CreatedInvoices, made.RejectedInvoices));
        Assert.Equal(["Sam"], await world.ReadAsync(db => db.Customers.Select(c => c.Name!).ToListAsync(Ct)));
    }

    [Fact]
    public async Task Processing_can_be_taken_back_for_a_minute_and_then_begins_by_itself()
    {
        await using var world = await World.CreateAsync();
        var batch = await world.JudgedAsync(BatchRoom.Header + BatchRoom.Rows(2));

        await world.ProcessAsync(batch, atOnce: false);
        await world.WorkAsync();
        Assert.Equal(BatchStage.Held, (await world.BatchAsync(batch.Id)).Stage);
        Assert.Equal(DecideBatch.Outcome.Done, await TakeBackAsync(world, batch));
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        await world.WorkAsync();
        Assert.Equal((0, 0), await CountsAsync(world));

        await world.ProcessAsync(batch, atOnce: false);
        world.Clock.Advance(TimeSpan.FromSeconds(60));
        await world.WorkAsync();
        Assert.Equal(BatchStage.Processed, (await world.BatchAsync(batch.Id)).Stage);
        Assert.Equal(DecideBatch.Outcome.TooLate, await TakeBackAsync(world, batch));
        Assert.Equal(2, (await CountsAsync(world)).Invoices);
    }

    [Fact]
    public async Task What_can_be_read_in_two_ways_is_asked_and_the_answer_counts()
    {
        await using var world = await World.CreateAsync();
        const string text = "customer_name;customer_email;amount;currency;due_date;description\nTanya;t@example.com;1.250;EUR;03/04/2027;Roses\n";

        var asking = await world.JudgedAsync(text);
        Assert.Equal((BatchStage.Asking, null, null), (asking.Stage, asking.Format.DecimalMark, asking.Format.DateOrder));

        var answer = new FileFormat { DecimalMark = DecimalMark.Comma, DateOrder = DateOrder.DayFirst };
        Assert.Equal(DecideBatch.Outcome.Done, await world.UseAsync<DecideBatch, DecideBatch.Outcome>(decide => decide.ReadAgainAsync(asking.Id, answer, world.Caller, Ct)));
        await world.WorkAsync();
        var row = Assert.Single(await world.RowsAsync(asking.Id));
        Assert.Equal((BatchRowState.Good, 1_250_00L), (row.State, row.Total));

        await world.UseAsync<DecideBatch, DecideBatch.Outcome>(decide => decide.ReadAgainAsync(asking.Id, answer with { DecimalMark = DecimalMark.Point }, world.Caller, Ct));
        await world.WorkAsync();
        var otherwise = Assert.Single(await world.RowsAsync(asking.Id));
        Assert.Equal(BatchRowState.Bad, otherwise.State);    // a third decimal that euros do not have: still nobody can be sure
        Assert.Contains("thousands", Assert.Single(otherwise.Faults).Message, StringComparison.Ordinal);
        await world.AssertAddsUpAsync(await world.BatchAsync(asking.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("invoice_number,customer_name,customer_email,amount,currency,due_date,description\n")]
    [InlineData("# only\n# words\n")]
    [InlineData("customer_name,customer_email,amount\nTanya,t@example.com,5\n")]
    [InlineData("Tanya,t@example.com,5,EUR\nSam,s@example.com,6,EUR\n")]
    [InlineData("customer_name,customer_email,amount,currency,due_date,description\nTanya,t@example.com,5,EUR,2027-01-31,\"Roses\n")]
    public async Task A_file_that_cannot_be_read_leaves_nothing_but_the_reason(string text)
    {
        await using var world = await World.CreateAsync();

        var receipt = await world.SendAsync(text);
        await world.WorkAsync();
        var id = receipt switch { BatchReceipt.Taken taken => taken.Id, BatchReceipt.Refused refused => refused.Id, _ => default };
        var batch = await world.BatchAsync(id);

        Assert.Equal(BatchStage.Refused, batch.Stage);
        Assert.True(batch.Refusal?.Length > 10, batch.Refusal);
        Assert.Equal((0, 0), (await world.ReadAsync(db => db.BatchRows.CountAsync(Ct)), await world.ReadAsync(db => db.BatchPieces.CountAsync(Ct))));
    }

    [Fact]
    public async Task A_file_from_the_template_is_read_and_its_examples_are_not_sent()
    {
        await using var world = await World.CreateAsync();

        var batch = await world.JudgedAsync(string.Concat(PayPage.Domain.Batches.Sheets.TemplateFile.Lines()) + "\r\n");

        Assert.Equal((BatchStage.Validated, 0, 2), (batch.Stage, batch.GoodInvoices, batch.BadInvoices));
        Assert.All(await world.RowsAsync(batch.Id), row => Assert.Contains(row.Faults, fault => fault.Message.Contains("example", StringComparison.Ordinal) || fault.Message.Contains("same invoice", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(';', "\r\n", "utf-8")]
    [InlineData('\t', "\r", "utf-16")]
    [InlineData('|', "\n", "utf-16BE")]
    [InlineData(',', "\n", "latin1")]
    public async Task Files_come_in_many_dresses(char delimiter, string end, string encoding)
    {
        await using var world = await World.CreateAsync();
        var text = (BatchRoom.Header + "X-1,Jürgen Müller,j@example.com,5.25,EUR,2027-01-31,Blumen für Zoë\n").Replace(',', delimiter).Replace("\n", end, StringComparison.Ordinal);

        var taken = Assert.IsType<BatchReceipt.Taken>(await world.SendAsync(Encoding.GetEncoding(encoding).GetBytes(text)));
        await world.WorkAsync();
        var row = Assert.Single(await world.RowsAsync(taken.Id));

        Assert.Equal((BatchRowState.Good, "Jürgen Müller"), (row.State, row.Cells[1]));
        Assert.Equal(4, (await world.BatchAsync(taken.Id)).Findings.Count(finding => finding.Aspect != FileAspect.AmountUnit));
    }

    [Fact]
    public async Task Cells_that_look_like_formulas_are_kept_as_they_are_and_harmless_in_what_we_write()
    {
        await using var world = await World.CreateAsync();
        var made = await world.MadeAsync(BatchRoom.Header + "=1+1,Tanya,t@example.com,5.00,EUR,2027-01-31,\"=HYPERLINK(\"\"http://x\"\")\"\nF-1,@SUM(A1),t@example.com,5.00,EUR,2027-01-31,+1 free\n");
        var rejects = await TextAsync(world, made, rejects: true);

        Assert.Equal("+1 free", await world.ReadAsync(db => db.Invoices.Where(i => i.Number == "F-1").Select(i => i.Description).SingleAsync(Ct)));
        Assert.Contains("'=1+1", rejects, StringComparison.Ordinal);

        // Mended and sent again, the apostrophes are gone.
        var mended = rejects.TrimStart('\uFEFF').Replace("'=1+1", "F-2", StringComparison.Ordinal);
        var second = await world.MadeAsync(mended);
        Assert.Equal(1, second.CreatedInvoices);
        Assert.Equal("=HYPERLINK(\"http://x\")", await world.ReadAsync(db => db.Invoices.Where(i => i.Number == "F-2").Select(i => i.Description).SingleAsync(Ct)));
    }

    [Fact]
    public async Task What_was_decided_of_a_file_is_true_of_its_rejected_rows_when_they_come_back()
    {
        await using var world = await World.CreateAsync();
        const string header = "invoice_number,customer_name,customer_email,amount,currency,due_date,description\n";
        var first = await world.MadeAsync(header + "K-1,Tanya,t@example.com,\"12,500\",KWD,31/12/2026,Roses\nK-2,Tanya,t@example.com,\"0,5\",KWD,31/12/2026,Roses\nK-3,Tanya,nowhere,1.250,KWD,03/04/2027,Roses\n");
        Assert.Equal((DecimalMark.Comma, DateOrder.DayFirst, 2), (first.Format.DecimalMark, first.Format.DateOrder, first.CreatedInvoices));

        var mended = (await TextAsync(world, first, rejects: true)).Replace("nowhere", "t@example.com", StringComparison.Ordinal) + "K-4,Tanya,t@example.com,3.75,KWD,12/31/2026,Roses,\r\n";
        var second = await world.MadeAsync(mended.TrimStart('\uFEFF'));
        var rows = await world.RowsAsync(second.Id);

        Assert.Equal((BatchRowState.Created, 1_250_000L), (rows[0].State, rows[0].Total));    // 1.250 is twelve hundred and fifty, as it was
        Assert.Equal(new DateOnly(2027, 4, 3), await world.ReadAsync(db => db.Invoices.Where(i => i.Number == "K-3").Select(i => i.DueDate).SingleAsync(Ct)));
        Assert.Equal(BatchRowState.Bad, rows[1].State);
    }

    [Fact]
    public async Task The_result_names_every_row_with_its_link_or_its_reason()
    {
        await using var world = await World.CreateAsync();
        var made = await world.MadeAsync(BatchRoom.Header + BatchRoom.Rows(2) + "B-9,Sam,nowhere,5.00,EUR,2027-01-31,Roses\n");

        var lines = (await TextAsync(world, made, rejects: false)).TrimEnd().Split("\r\n");

        Assert.Equal("\uFEFFline,status,invoice_number,link,amount,currency,reason", lines[0]);
        Assert.StartsWith("2,created,B-000001,https://pay.example.com/s/", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",1.50,EUR,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("4,rejected,,,,,\"customer_email: Write exactly one", lines[3], StringComparison.Ordinal);
        Assert.Equal(4, lines.Length);
    }

    [Fact]
    public async Task A_discarded_file_is_forgotten_and_may_come_again()
    {
        await using var world = await World.CreateAsync();
        var text = BatchRoom.Header + BatchRoom.Rows(2);
        var batch = await world.JudgedAsync(text);

        Assert.Equal(DecideBatch.Outcome.Done, await world.UseAsync<DecideBatch, DecideBatch.Outcome>(decide => decide.DiscardAsync(batch.Id, world.Caller, Ct)));
        Assert.Equal((0, 0), (await world.ReadAsync(db => db.BatchRows.CountAsync(Ct)), await world.ReadAsync(db => db.BatchPieces.CountAsync(Ct))));
        Assert.Equal(2, (await world.MadeAsync(text)).CreatedInvoices);
    }

    [Fact]
    public async Task Another_merchant_sees_and_decides_nothing_of_it()
    {
        await using var world = await World.CreateAsync();
        var (other, _) = await world.MerchantAsync();
        var batch = await world.JudgedAsync(BatchRoom.Header + BatchRoom.Rows(2), reference: "May");

        foreach (var foreign in new[] { other, world.Caller with { Mode = Mode.Live } })
        {
            Assert.Null(await world.UseAsync<ShowBatch, ShowBatch.View?>(show => show.HandleAsync(batch.Id, [], 0, foreign, Ct)));
            Assert.Null(await world.UseAsync<ShowBatch, Batch?>(show => show.FindAsync("May", foreign, Ct)));
            Assert.Equal(DecideBatch.Outcome.Unknown, await world.ProcessAsync(batch, foreign));
            Assert.Equal(DecideBatch.Outcome.Unknown, await world.UseAsync<DecideBatch, DecideBatch.Outcome>(decide => decide.DiscardAsync(batch.Id, foreign, Ct)));
            Assert.IsType<BatchReceipt.Taken>(await world.SendAsync("customer_name\nx\n", foreign, "May"));
        }

        Assert.IsType<BatchReceipt.ReferenceTaken>(await world.SendAsync("customer_name\ny\n", reference: "May"));
    }

    [Fact]
    public async Task Mails_leave_paced_in_a_lane_of_their_own()
    {
        await using var world = await World.CreateAsync();
        await world.MadeAsync(BatchRoom.Header + BatchRoom.Rows(30));

        var due = await world.ReadAsync(db => db.Outbox.Where(m => m.InvoiceId != null).OrderBy(m => m.DueAt).Select(m => new { m.DueAt, m.IsBulk }).ToListAsync(Ct));

        Assert.All(due, message => Assert.True(message.IsBulk));
        Assert.Equal(TimeSpan.FromSeconds(2.9), due[^1].DueAt - due[0].DueAt);
    }

    [Fact]
    public async Task The_administrators_are_told_at_each_step_and_nobody_else()
    {
        await using var world = await World.CreateAsync();
        await world.AdministratorAsync("ada@northgate.example");
        await world.AdministratorAsync("sales@northgate.example", PayPage.Domain.Team.Role.Sales);

        await world.MadeAsync(BatchRoom.Header + BatchRoom.Rows(2) + "B-9,Sam,nowhere,5.00,EUR,2027-01-31,Roses\n");
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.DrainAsync();

        var told = world.Mail.Sent.Where(mail => mail.To.EndsWith("@northgate.example", StringComparison.Ordinal)).ToList();
        Assert.Equal(["ada@northgate.example"], told.Select(mail => mail.To).Distinct());
        Assert.Equal(["[Test] We have received invoices.csv", "[Test] 2 invoices in invoices.csv can be made", "[Test] 2 invoices made from invoices.csv"], told.Select(mail => mail.Subject));
        Assert.Contains("Good invoices: 2", told[1].Text, StringComparison.Ordinal);
        var file = Assert.Single(told[2].Files);
        Assert.Contains("4,rejected", Encoding.UTF8.GetString(file.Content.Span), StringComparison.Ordinal);
    }

    private static Task<DecideBatch.Outcome> TakeBackAsync(World world, Batch batch) =>
        world.UseAsync<DecideBatch, DecideBatch.Outcome>(decide => decide.TakeBackAsync(batch.Id, world.Caller, Ct));

    private static async Task<(int Invoices, int Messages)> CountsAsync(World world) => (
        await world.ReadAsync(db => db.Invoices.CountAsync(i => i.MerchantId == world.Caller.MerchantId, Ct)),
        await world.ReadAsync(db => db.Outbox.CountAsync(m => m.InvoiceId != null, Ct)));

    private static Task<string> TextAsync(World world, Batch batch, bool rejects) => world.UseAsync<WriteResult, string>(async write =>
    {
        var text = new StringBuilder();

        await foreach (var line in rejects ? write.RejectsAsync(batch, Ct) : write.LinesAsync(batch, Ct))
        {
            text.Append(line);
        }

        return text.ToString();
    });
}
