using PayPage.Domain.Batches;
using PayPage.Domain.Batches.Sheets;
using PayPage.Domain.Invoices;

namespace PayPage.Unit.Domain.Batches;

public sealed class RowJudgeTests
{
    private const string Header = "invoice_number,customer_name,customer_email,amount,currency,due_date,description,delivery,customer_phone,item_name,item_quantity,item_unit_price,part_payments";
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_row_becomes_the_invoice_that_it_says()
    {
        var verdict = Judge("A-1,Tanya Lee,tanya@example.com,125.00,eur,2027-01-31,Flowers,,,,,,yes");

        Assert.Empty(verdict.Faults);
        Assert.Equal("A-1", verdict.Wanted!.Number);
        Assert.Equal((125_00, "EUR"), (verdict.Wanted.Amounts.Total, verdict.Wanted.Currency.Code));
        Assert.Equal(("Tanya Lee", "tanya@example.com"), (verdict.Wanted.BillTo.Name, verdict.Wanted.BillTo.Email));
        Assert.Equal(new DateOnly(2027, 1, 31), verdict.Wanted.DueDate);
        Assert.True(verdict.Wanted is { Publish: true, AllowsParts: true, Delivery: DeliveryMode.Email });
    }

    [Fact]
    public void Rows_of_one_number_are_lines_of_one_invoice()
    {
        var verdict = Judge(
            "A-1,Tanya Lee,tanya@example.com,,EUR,2027-01-31,,,,Roses,2,40.00,",
            "A-1,,,,,,,,,Delivery,,9.50,",
            "A-1,Tanya Lee,,,EUR,,,,,Card,1,0.50,");

        Assert.Empty(verdict.Faults);
        Assert.Equal(90_00, verdict.Wanted!.Amounts.Total);
        Assert.Equal(["Roses", "Delivery", "Card"], verdict.Wanted.Lines.Select(line => line.Name));
    }

    [Fact]
    public void Each_mistake_stands_at_its_row_and_column()
    {
        var verdict = Judge(
            "A-1,Tanya Lee,tanya at example,,EUR,31/12/2026,,,,Roses,0,40.00,",
            "A-1,Sam,,,,,,,,Delivery,1,nine,");

        Assert.Null(verdict.Wanted);
        Assert.Equal(["customer_email", "due_date", "item_quantity"], verdict.Faults[2].Select(fault => fault.Column).Order());
        Assert.Equal(["customer_name", "item_unit_price"], verdict.Faults[3].Select(fault => fault.Column).Order());
        Assert.All(verdict.Faults.Values.SelectMany(faults => faults), fault => Assert.True(fault.Message.Length > 20));
    }

    [Theory]
    [InlineData("A-1,,tanya@example.com,1,EUR,2027-01-31,x,,,,,,", "customer_name")]
    [InlineData("A-1,Tanya,,1,EUR,2027-01-31,x,,,,,,", "customer_email")]
    [InlineData("A-1,Tanya,t@example.com,,EUR,2027-01-31,x,,,,,,", "amount")]
    [InlineData("A-1,Tanya,t@example.com,1,,2027-01-31,x,,,,,,", "currency")]
    [InlineData("A-1,Tanya,t@example.com,1,EUR,,x,,,,,,", "due_date")]
    [InlineData("A-1,Tanya,t@example.com,1,EUR,2027-01-31,,,,,,,", "description")]
    [InlineData("A-1,Tanya,t@example.com,1,EUR,2027-01-31,x,sms,,,,,", "customer_phone")]
    [InlineData("A-1,Tanya,t@example.com,1,EUR,2027-01-31,x,pigeon,,,,,", "delivery")]
    [InlineData("A-1,Tanya,t@example.com,1.005,EUR,2027-01-31,x,,,,,,", "amount")]
    [InlineData("A-1,Tanya,t@example.com,\"١٢\",EUR,2027-01-31,x,,,,,,", "amount")]
    [InlineData("A-1,Tanya,t@example.com,-5,EUR,2027-01-31,x,,,,,,", "amount")]
    [InlineData("A-1,Tanya,t@example.com,1e3,EUR,2027-01-31,x,,,,,,", "amount")]
    [InlineData("A-1,Tanya,t@example.com,=1+1,EUR,2027-01-31,x,,,,,,", "amount")]
    [InlineData("A-1,Tanya,t@example.com,1,EUR,2027-01-31,4111 1111 1111 1111,,,,,,", "description")]
    [InlineData("A-1,Tanya,t@example.com,1,EUR,2027-01-31,x,,,,,,perhaps", "part_payments")]
    [InlineData("EXAMPLE-1,Tanya,t@example.com,1,EUR,2027-01-31,x,,,,,,", "invoice_number")]
    public void What_is_missing_or_odd_is_named_by_its_column(string row, string column)
    {
        var verdict = Judge(row);

        Assert.Null(verdict.Wanted);
        Assert.Contains(column, verdict.Faults[2].Select(fault => fault.Column));
    }

    [Theory]
    [InlineData("sms", "+31612345678")]
    [InlineData("sms", "0031612345678")]
    [InlineData("none", "")]
    public void An_address_may_be_left_out_where_no_mail_is_sent(string delivery, string phone) =>
        Assert.Empty(Judge($"A-1,Tanya,,1,EUR,2027-01-31,x,{delivery},{phone},,,,").Faults);

    [Fact]
    public void More_than_thirty_lines_are_too_many()
    {
        var verdict = Judge([.. Enumerable.Range(1, 31).Select(i => $"A-1,Tanya,t@example.com,,EUR,2027-01-31,,,,Rose {i},1,1,")]);

        Assert.Contains("30", Assert.Single(verdict.Faults[2]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_without_an_item_is_no_line()
    {
        var verdict = Judge("A-1,Tanya,t@example.com,,EUR,2027-01-31,,,,Rose,1,1,", "A-1,Tanya,,,,,,,,,,,");

        Assert.Contains("has no item", Assert.Single(verdict.Faults[3]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_file_with_commas_a_point_does_not_fit()
    {
        var format = FileFormat.OfMachines with { DecimalMark = DecimalMark.Comma };

        Assert.Equal(1_250_50, Judge(format, "A-1,Tanya,t@example.com,\"1.250,50\",EUR,2027-01-31,x,,,,,,").Wanted!.Amounts.Total);
        Assert.Contains("behind a comma", Judge(format, "A-1,Tanya,t@example.com,1250.50,EUR,2027-01-31,x,,,,,,").Faults[2][0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("50000", "AED", 50000)]
    [InlineData("100000", "JOD", 100000)]
    [InlineData("1250", "JPY", 1250)]
    public void PayForts_rows_count_the_smallest_unit(string amount, string currency, long minor)
    {
        var verdict = JudgeFort($"R-1,{amount},{currency},en,t@example.com,2027-12-20T15:36:55+03:00,EMAIL,PAYMENT_LINK,");

        Assert.Empty(verdict.Faults);
        Assert.Equal((minor, currency), (verdict.Wanted!.Amounts.Total, verdict.Wanted.Currency.Code));
        Assert.Equal(new DateOnly(2027, 12, 20), verdict.Wanted.ExpirationDate);
        Assert.Equal(("R-1", "R-1"), (verdict.Wanted.Number, verdict.Wanted.Description));
    }

    [Theory]
    [InlineData("R-1,500.00,AED,en,t@example.com,2027-12-20T15:36:55+03:00,EMAIL,,", "amount")]
    [InlineData("R-1,50000,AED,xx,t@example.com,2027-12-20T15:36:55+03:00,EMAIL,,", "language")]
    [InlineData("R-1,50000,AED,en,t@example.com,2027-12-20,EMAIL,,", "request_expiry_date")]
    [InlineData("R-1,50000,AED,en,t@example.com,2026-01-01T00:00:00Z,EMAIL,,", "request_expiry_date")]
    [InlineData("R-1,50000,AED,en,t@example.com,2027-12-20T15:36:55+03:00,EMAIL,REFUND,", "service_command")]
    [InlineData("R-1,50000,AED,en,t@example.com,2027-12-20T15:36:55+03:00,EMAIL,,VISA", "payment_option")]
    [InlineData(",50000,AED,en,t@example.com,2027-12-20T15:36:55+03:00,EMAIL,,", "merchant_reference")]
    public void What_PayForts_rows_may_not_say(string row, string column) =>
        Assert.Contains(column, JudgeFort(row).Faults[2].Select(fault => fault.Column));

    [Fact]
    public void NONE_beside_another_way_is_NONE() => Assert.Equal(
        DeliveryMode.None, JudgeFort("R-1,50000,AED,en,t@example.com,2027-12-20T15:36:55+03:00,\"SMS,NONE\",,").Wanted!.Delivery);

    [Theory]
    [InlineData("Invoice Number;Customer-Name;E-Mail;Amount;Currency;Due Date;Description", null)]
    [InlineData("customer_name;customer_email;amount;currency;due_date;description;colour", null)]
    [InlineData("customer_name;customer_email;currency;due_date;item_name;item_unit_price", null)]
    [InlineData("customer_name;customer_email;currency;due_date;description", "amount")]
    [InlineData("customer_name;customer_email;amount;currency;due_date;description;Amount", "amount")]
    [InlineData("Tanya;tanya@example.com;12;EUR", "names of the columns")]
    public void A_header_is_read_as_people_write_it(string header, string? complaint)
    {
        var (columns, refusal) = FileColumns.Read(header.Split(';'), null);

        Assert.Equal(complaint is null, columns is not null);
        Assert.Contains(complaint ?? "", refusal ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void The_template_can_be_read_and_its_examples_are_refused_as_such()
    {
        var lines = TemplateFile.Lines().ToList();
        var header = lines.First(line => !line.Contains("# ", StringComparison.Ordinal)).Trim().Split(',');
        var (columns, refusal) = FileColumns.Read(header, null);

        Assert.Null(refusal);
        Assert.Empty(columns!.Unknown);
        Assert.All(HouseColumns.All, column => Assert.Contains(lines, line => line.Contains($"# {column.Name}", StringComparison.Ordinal)));
        Assert.All(HouseColumns.All, column => Assert.True(column.OfLine ? column.SetLine is not null : column.Set is not null, column.Name));
    }

    private static RowVerdict Judge(params string[] rows) => Judge(FileFormat.OfMachines, rows);

    private static RowVerdict Judge(FileFormat format, params string[] rows) => Judge(Header.Split(','), format, rows);

    private static RowVerdict JudgeFort(string row) => Judge(
        "merchant_reference,amount,currency,language,customer_email,request_expiry_date,notification_type,service_command,payment_option".Split(','),
        FileFormat.OfMachines with { AmountUnit = AmountUnit.Minor }, row);

    private static RowVerdict Judge(string[] header, FileFormat format, params string[] rows)
    {
        var columns = FileColumns.Read(header, null).Columns!;
        var judge = new RowJudge(columns, format, Now, TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"), null, PayPage.Domain.Processors.Takes.Anything);

        return judge.Judge([.. rows.Select((row, index) => new BatchRow { BatchId = default, Line = index + 2, HeadLine = 2, Cells = Split(row), Key = "k" })]);
    }

    /// <summary>Enough for these rows: quotes around a cell that holds a comma.</summary>
    private static string[] Split(string row)
    {
        var (cells, cell, isQuoted) = (new List<string>(), "", false);

        foreach (var letter in row)
        {
            if (letter == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (letter == ',' && !isQuoted)
            {
                cells.Add(cell);
                cell = "";
            }
            else
            {
                cell += letter;
            }
        }

        return [.. cells, cell];
    }
}
