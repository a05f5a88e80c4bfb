using System.Diagnostics;
using PayPage.Api.Calls;
using PayPage.Api.Json;
using PayPage.Api.Reports;
using PayPage.Domain;
using PayPage.Domain.Batches;
using PayPage.UseCases.Batches;

namespace PayPage.Api.Batches;

/// <summary>Files of invoices for machines: the same three steps and the same rules as in the back office, without its minute to think it over.</summary>
internal static class BatchesApi
{
    /// <summary>What the route lets in: of a file that is too large, and whose length was not announced, the use case says it in words.</summary>
    public const long MostBytes = Batch.MostBytes * 2;

    private const string NoSuch = "No file of yours has this id.";

    /// <summary>The body is the file itself. <c>reference</c> names it, so that a lost answer can be asked for again.</summary>
    public static async Task<IResult> UploadAsync(HttpContext call, TakeBatch take, ShowBatch show, CancellationToken ct)
    {
        if (call.Request.ContentLength > Batch.MostBytes)
        {
            return ProblemReply.Of(StatusCodes.Status413PayloadTooLarge, "too-large", "The file is too large.", $"A file may have {Batch.MostBytes / 1024 / 1024} MB. Split it into several files.", "body");
        }

        var (query, fault) = BatchQuery.Read(call.Request.Query);

        if (query is null)
        {
            return ProblemReply.Invalid(fault!.Field, fault.Detail);    // one of the two is there
        }

        if (!BatchQuery.IsCsv(call.Request.ContentType))
        {
            return ProblemReply.Of(StatusCodes.Status415UnsupportedMediaType, "not-csv", "The body is no CSV file.", "Send the file itself as the body, with Content-Type: text/csv.");
        }

        var caller = ApiCaller.Of(call);
        var upload = new BatchUpload(query.Reference, query.FileName, BatchDoor.Api, null, query.Format.Or(FileFormat.OfMachines));

        return await take.HandleAsync(upload, RequestPieces.OfAsync(call.Request.BodyReader, ct), caller, ct) switch
        {
            BatchReceipt.Taken taken => await ShownAsync(StatusCodes.Status202Accepted, taken.Id),
            BatchReceipt.SameFile same when await IsOwnAsync(same.Id) => await ShownAsync(StatusCodes.Status202Accepted, same.Id),
            BatchReceipt.SameFile same => ProblemReply.Of(
                StatusCodes.Status409Conflict, "same-file", "This file came before.",
                $"Byte for byte the same file is {same.Id}, with the reference {same.Reference}. Nothing was done with it now. To have it read in another way, DELETE that one and send it again.", "body"),
            BatchReceipt.Refused refused => ProblemReply.Of(StatusCodes.Status422UnprocessableEntity, "unreadable-file", "The file cannot be read.", refused.Reason, "body"),
            BatchReceipt.ReferenceTaken => await AgainAsync(),
            _ => throw new UnreachableException(),
        };

        async Task<IResult> ShownAsync(int status, BatchId id) => BatchReply.Of(
            status, await show.FindAsync(id, caller, ct) ?? throw new InvariantException("A file is gone that just came."));

        // This very call brought it, before it was cut off.
        async Task<bool> IsOwnAsync(BatchId earlier) => IdempotencyKey.Of(call) is { IsTakenOver: true } key
            && await show.FindAsync(earlier, caller, ct) is { } batch && batch.CreatedAt >= key.CameAt;

        async Task<IResult> AgainAsync() => await show.FindAsync(query.Reference!, caller, ct) is { } earlier
            ? await IsOwnAsync(earlier.Id) ? BatchReply.Of(StatusCodes.Status202Accepted, earlier) : ProblemReply.Of(
                StatusCodes.Status409Conflict, "reference-taken", "Another file has this reference.",
                $"{earlier.Id} has it. Ask for that one, or send this file with another reference.", "reference")
            : ProblemReply.Failed();
    }

    public static async Task<IResult> ShowAsync(string id, HttpContext call, ShowBatch show, CancellationToken ct) =>
        await WithIdAsync(id, call, show, ct) is { } batch ? BatchReply.Of(StatusCodes.Status200OK, batch) : Unknown();

    /// <summary>By the caller's own reference: after a lost answer.</summary>
    public static async Task<IResult> FindAsync(string? reference, HttpContext call, ShowBatch show, CancellationToken ct) =>
        reference is null || !BatchReference.IsOne(reference) ? ProblemReply.Invalid("reference", "Say which file you look for: ?reference= and the reference it was sent with.")
        : await show.FindAsync(reference, ApiCaller.Of(call), ct) is { } batch ? BatchReply.Of(StatusCodes.Status200OK, batch)
        : Unknown();

    /// <summary>Rows with what became of them, 50 at a time. <c>state=rejected</c> shows those with mistakes alone.</summary>
    public static async Task<IResult> RowsAsync(string id, string? state, string? after, HttpContext call, ShowBatch show, CancellationToken ct)
    {
        if (BatchQuery.States(state) is not { } states)
        {
            return ProblemReply.Invalid("state", "Write waiting, good, created or rejected, or leave it out for all rows.");
        }

        if (BatchQuery.Line(after) is not { } line)
        {
            return ProblemReply.Invalid("after", "Write the number of the last line that you have seen, or leave it out.");
        }

        return BatchId.TryParse(id, out var batch) && await show.HandleAsync(batch, states, line, ApiCaller.Of(call), ct) is { } view
            ? BatchReply.Of(view, state)
            : Unknown();
    }

    public static async Task<IResult> ResultsAsync(string id, HttpContext call, ShowBatch show, WriteResult result, CancellationToken ct) =>
        await WithIdAsync(id, call, show, ct) is { } batch ? new StreamedFile($"{batch.Id}-results.csv", "text/csv; charset=utf-8", result.LinesAsync(batch, ct)) : Unknown();

    /// <summary><c>only=whole</c>: nothing is made while one row is bad.</summary>
    public static async Task<IResult> ProcessAsync(string id, string? only, HttpContext call, ShowBatch show, DecideBatch decide, CancellationToken ct)
    {
        if (only is not (null or "whole" or "good"))
        {
            return ProblemReply.Invalid("only", "Write whole to have nothing made while a row is bad; leave it out to have the good rows made.");
        }

        return !BatchId.TryParse(id, out var batch) ? Unknown()
            : await AfterAsync(await decide.ProcessAsync(batch, only == "whole", atOnce: true, ApiCaller.Of(call), ct), batch, StatusCodes.Status202Accepted, call, show, ct);
    }

    public static async Task<IResult> DiscardAsync(string id, HttpContext call, ShowBatch show, DecideBatch decide, CancellationToken ct) =>
        !BatchId.TryParse(id, out var batch) ? Unknown()
            : await AfterAsync(await decide.DiscardAsync(batch, ApiCaller.Of(call), ct), batch, StatusCodes.Status200OK, call, show, ct);

    /// <summary>What was wanted and is so already is no mistake: a call whose answer was lost may be made again.</summary>
    private static async Task<IResult> AfterAsync(DecideBatch.Outcome outcome, BatchId id, int done, HttpContext call, ShowBatch show, CancellationToken ct)
    {
        if (outcome == DecideBatch.Outcome.Unknown || await show.FindAsync(id, ApiCaller.Of(call), ct) is not { } batch)
        {
            return Unknown();
        }

        return outcome switch
        {
            DecideBatch.Outcome.Done => BatchReply.Of(done, batch),
            DecideBatch.Outcome.NotWhole => ProblemReply.Of(
                StatusCodes.Status409Conflict, "not-whole", "Some rows have mistakes.", "Nothing was made. Mend the rows and send the file again, or process the good rows alone."),
            DecideBatch.Outcome.NothingGood => ProblemReply.Of(StatusCodes.Status409Conflict, "nothing-good", "No row is good.", "Nothing can be made of this file. Ask for its rows: each says what is wrong."),
            _ when HttpMethods.IsPost(call.Request.Method) && batch.Stage is BatchStage.Processing or BatchStage.Processed => BatchReply.Of(StatusCodes.Status200OK, batch),
            _ when HttpMethods.IsDelete(call.Request.Method) && batch.Stage == BatchStage.Discarded => BatchReply.Of(StatusCodes.Status200OK, batch),
            _ => ProblemReply.Of(
                StatusCodes.Status409Conflict, "wrong-stage", "That cannot be done now.", $"The file is {BatchReply.StatusOf(batch.Stage)}. A file can be processed once it is validated, and discarded before that or then, but not while it is held or processed."),
        };
    }

    private static async Task<Batch?> WithIdAsync(string id, HttpContext call, ShowBatch show, CancellationToken ct) =>
        BatchId.TryParse(id, out var batch) ? await show.FindAsync(batch, ApiCaller.Of(call), ct) : null;

    private static JsonReply Unknown() => ProblemReply.Of(StatusCodes.Status404NotFound, "unknown-batch", "There is no such file.", NoSuch);
}
