using System.Text.Json;
using PayPage.Api.Json;
using PayPage.Domain;
using PayPage.Domain.Batches;
using PayPage.UseCases.Batches;

namespace PayPage.Api.Batches;

/// <summary>A file of invoices as machines read it. The contract is docs/batches.md.</summary>
internal static class BatchReply
{
    public static JsonReply Of(int status, Batch batch) => JsonReply.Of(status, json => Write(json, batch), $"/api/v1/batches/{batch.Id}");

    public static JsonReply Of(ShowBatch.View view, string? state) => JsonReply.Of(StatusCodes.Status200OK, json =>
    {
        json.WriteStartArray("rows");

        foreach (var row in view.Rows)
        {
            WriteRow(json, row);
        }

        json.WriteEndArray();
        json.WritePropertyName("next");

        if (view.Next is { } next)
        {
            json.WriteStringValue($"/api/v1/batches/{view.Batch.Id}/rows?after={next}{(string.IsNullOrEmpty(state) ? "" : $"&state={state}")}");
        }
        else
        {
            json.WriteNullValue();
        }
    });

    public static string StatusOf(BatchStage stage) => stage switch
    {
        BatchStage.Uploading => "uploading",
        BatchStage.Reading or BatchStage.Judging => "validating",
        BatchStage.Asking => "needs-answer",
        BatchStage.Validated => "validated",
        BatchStage.Refused => "refused",
        BatchStage.Held => "held",
        BatchStage.Processing => "processing",
        BatchStage.Processed => "processed",
        BatchStage.Discarded => "discarded",
    };

    private static void Write(Utf8JsonWriter json, Batch batch)
    {
        json.WriteString("id", $"{batch.Id}");
        json.WriteString("reference", batch.Reference);
        json.WriteString("name", batch.FileName);
        json.WriteString("status", StatusOf(batch.Stage));
        json.WriteString("createdAt", Instant.Text(batch.CreatedAt));

        if (batch.Refusal is { } refusal)
        {
            json.WriteString("refusal", refusal);
        }

        json.WriteStartObject("rows");
        json.WriteNumber("total", batch.Rows);
        json.WriteNumber("waiting", batch.WaitingRows);
        json.WriteNumber("good", batch.GoodRows);
        json.WriteNumber("created", batch.CreatedRows);
        json.WriteNumber("rejected", batch.BadRows + batch.RejectedRows);
        json.WriteEndObject();
        json.WriteStartObject("invoices");
        json.WriteNumber("good", batch.GoodInvoices - batch.CreatedInvoices - batch.RejectedInvoices);
        json.WriteNumber("bad", batch.BadInvoices);
        json.WriteNumber("created", batch.CreatedInvoices);
        json.WriteNumber("rejected", batch.RejectedInvoices);
        json.WriteEndObject();
        json.WriteStartArray("findings");

        foreach (var finding in batch.Findings)
        {
            json.WriteStringValue(finding.Sentence);
        }

        json.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter json, BatchRow row)
    {
        json.WriteStartObject();
        json.WriteNumber("line", row.Line);
        json.WriteString("status", WriteResult.StatusOf(row.State));

        if (row is { Total: { } total, Currency: { } currency })
        {
            json.WriteString("amount", new Money(total, currency).Figure);
            json.WriteString("currency", currency.Code);
        }

        if (row.InvoiceNumber is { } number)
        {
            json.WriteString("invoiceNumber", number);
        }

        json.WriteStartArray("faults");

        foreach (var fault in row.Faults)
        {
            json.WriteStartObject();
            json.WriteString("column", fault.Column);
            json.WriteString("message", fault.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
