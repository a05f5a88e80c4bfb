using System.Globalization;
using System.Text;
using PayPage.Domain.Batches;
using PayPage.Domain.Fort;
using PayPage.UseCases.Batches;
using PayPage.UseCases.Fort;

namespace PayPage.Api.Fort;

/// <summary><c>/FortAPI/batchApi</c>: how a file stands, and that its good rows are to become links.</summary>
internal static class BatchApi
{
    private const string Results = "GET_BATCH_RESULTS";
    private const string Process = "PROCESS_BATCH";

    private static readonly string[] Needed = [FortParameter.Merchant, FortParameter.BatchReference, FortParameter.Language];
    private static readonly string[] Optional = [FortParameter.Command, FortParameter.Query, FortParameter.AccessCode, FortSignature.Name, FortParameter.BatchId];

    public static async Task<IResult> AnswerAsync(
        HttpRequest request, FindFortCaller findCaller, ShowBatch show, DecideBatch decide, WriteFortResult results, CancellationToken ct)
    {
        if (await FortCall.ReadAsync(request, ct) is not { } call)
        {
            return FortReply.Of(FortCall.Unreadable, FortAnswer.Invalid(FortCode.BadRequest), null);
        }

        var (caller, refusal) = await call.KnowAsync(findCaller, needsMerchant: true, ct);

        if (caller is null)
        {
            return refusal!;    // there is one where there is no caller
        }

        // The vendor's pages name the command one way or the other: both are taken, but not both at once.
        var command = call[FortParameter.Command] ?? call[FortParameter.Query];
        var isOne = command is Results or Process && (call[FortParameter.Command] is null || call[FortParameter.Query] is null);

        if ((command is null ? FortAnswer.Invalid(FortCode.Missing, FortParameter.Command) : isOne ? call.Fault(Needed, Optional) : FortAnswer.Invalid(FortCode.BadCommand)) is { } fault)
        {
            return FortReply.Of(call, fault, caller);
        }

        var batch = await show.FindAsync(call[FortParameter.BatchReference]!, caller.Caller, ct);    // not null: needed
        var isMeant = batch is { Door: BatchDoor.Fort, Stage: not BatchStage.Discarded } && (call[FortParameter.BatchId] is not { } id || id == ShortId.Of(batch.Id.Value));

        return !isMeant ? FortReply.Of(call, new FortAnswer(command == Results ? FortStatus.ResultsFailed : FortStatus.ProcessFailed, FortCode.BatchUnknown), caller)
            : command == Process ? FortReply.Of(call, await ProcessAsync(batch!, caller, decide, ct), caller, IdOf(batch!))
            : batch!.Stage == BatchStage.Processed ? Csv(results, batch, call.Language)
            : FortReply.Of(call, StandingOf(batch), caller, IdOf(batch), Count("transactions_count", batch), Count("valid_transactions_count", batch, batch.GoodInvoices));
    }

    private static (string Name, string? Value) IdOf(Batch batch) => (FortParameter.BatchId, ShortId.Of(batch.Id.Value));

    /// <summary>Only once it is known.</summary>
    private static (string Name, string? Value) Count(string name, Batch batch, int? count = null) =>
        (name, batch.Stage is BatchStage.Validated or BatchStage.Held or BatchStage.Processing ? (count ?? batch.Rows).ToString(CultureInfo.InvariantCulture) : null);

    private static FortAnswer StandingOf(Batch batch) => batch.Stage switch
    {
        BatchStage.Validated when batch.BadRows == 0 => new FortAnswer(FortStatus.ResultsDone, FortCode.Success),
        BatchStage.Validated => new FortAnswer(FortStatus.ResultsDone, FortCode.ValidationFailed),    // some rows: the good ones may be processed
        BatchStage.Uploading or BatchStage.Reading or BatchStage.Judging => new FortAnswer(FortStatus.ResultsFailed, FortCode.UnderValidation),
        BatchStage.Held or BatchStage.Processing => new FortAnswer(FortStatus.ResultsFailed, FortCode.UnderProcessing),
        BatchStage.Refused => new FortAnswer(FortStatus.ResultsFailed, FortCode.BadFile),
        BatchStage.Asking => new FortAnswer(FortStatus.ResultsFailed, FortCode.ValidationFailed),
        BatchStage.Processed or BatchStage.Discarded => throw new System.Diagnostics.UnreachableException(),
    };

    private static async Task<FortAnswer> ProcessAsync(Batch batch, FortCaller caller, DecideBatch decide, CancellationToken ct)
    {
        var code = await decide.ProcessAsync(batch.Id, onlyWhole: false, atOnce: true, caller.Caller, ct) switch
        {
            DecideBatch.Outcome.Done => FortCode.ProcessReceived,
            DecideBatch.Outcome.NothingGood or DecideBatch.Outcome.NotWhole => FortCode.ValidationFailed,
            DecideBatch.Outcome.Unknown => FortCode.BatchUnknown,
            DecideBatch.Outcome.TooLate => batch.Stage switch
            {
                BatchStage.Uploading or BatchStage.Reading or BatchStage.Judging => FortCode.UnderValidation,
                BatchStage.Processed => FortCode.AlreadyProcessed,
                BatchStage.Refused or BatchStage.Asking or BatchStage.Discarded => FortCode.ValidationFailed,
                BatchStage.Validated or BatchStage.Held or BatchStage.Processing => FortCode.UnderProcessing,    // the first: another call was quicker
            },
        };

        return new FortAnswer(code == FortCode.ProcessReceived ? FortStatus.ProcessDone : FortStatus.ProcessFailed, code);
    }

    private static IResult Csv(WriteFortResult results, Batch batch, string? language) => Microsoft.AspNetCore.Http.Results.Stream(
        async stream =>
        {
            await using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

            await foreach (var line in results.LinesAsync(batch, language, CancellationToken.None))
            {
                await text.WriteAsync(line);    // a caller who goes away breaks the stream
            }
        },
        "text/csv; charset=utf-8");
}
