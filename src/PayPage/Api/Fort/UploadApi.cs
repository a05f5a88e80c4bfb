using Microsoft.AspNetCore.Http.Features;
using PayPage.Domain.Batches;
using PayPage.Domain.Fort;
using PayPage.UseCases.Batches;
using PayPage.UseCases.Fort;

namespace PayPage.Api.Fort;

/// <summary><c>/FortAPI/upload</c>: a file of links, streamed in. It is read and judged afterwards.</summary>
internal static class UploadApi
{
    private const string Command = "UPLOAD_BATCH_FILE";
    private const int LongestFileName = 50;
    private const string FileNameMarks = ".-!@#$%^&()_+, ";
    private const int RoomForTheRest = 1024 * 1024;

    private static readonly string[] Needed = [FortParameter.Command, FortParameter.Merchant, FortParameter.BatchReference, FortParameter.Language];
    private static readonly string[] Optional = [FortParameter.AccessCode, FortSignature.Name];

    public static async Task<IResult> AnswerAsync(HttpRequest request, FindFortCaller findCaller, TakeBatch take, CancellationToken ct)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = Batch.MostBytes + RoomForTheRest;    // the file's own size is judged while it comes
        }

        FortForm? form;

        try
        {
            form = await FortForm.ReadAsync(request, ct);
        }
        catch (Exception e) when (e is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            form = null;    // no multipart body, or one that breaks off
        }

        if (form is null)
        {
            return FortReply.Of(FortCall.Unreadable, FortAnswer.Invalid(FortCode.BadRequest), null);
        }

        var (caller, refusal) = await form.Call.KnowAsync(findCaller, needsMerchant: true, ct);

        if (caller is null)
        {
            return refusal!;    // there is one where there is no caller
        }

        if (Fault(form) is { } fault)
        {
            return FortReply.Of(form.Call, fault, caller);
        }

        var wish = new BatchUpload(form.Call[FortParameter.BatchReference], form.FileName!, BatchDoor.Fort, null, FileFormat.OfFort);    // not null: judged
        var done = new FortAnswer(FortStatus.UploadDone, FortCode.Success);

        return await take.HandleAsync(wish, form.FileAsync(ct), caller.Caller, ct) switch
        {
            BatchReceipt.Taken taken => FortReply.Of(form.Call, done, caller, (FortParameter.BatchId, ShortId.Of(taken.Id.Value))),
            BatchReceipt.ReferenceTaken => FortReply.Of(form.Call, Failed(FortCode.BatchExists), caller),
            BatchReceipt.SameFile same => FortReply.Of(form.Call, Failed(FortCode.AlreadyProcessed, same.Reference), caller),
            BatchReceipt.Refused => FortReply.Of(form.Call, Failed(FortCode.BadFile), caller),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static FortAnswer? Fault(FortForm form) =>
        form.Call.Fault(Needed, Optional)
        ?? (form.Call[FortParameter.Command] != Command ? FortAnswer.Invalid(FortCode.BadCommand)
            : !BatchReference.IsOne(form.Call[FortParameter.BatchReference]!) ? FortAnswer.Invalid(FortCode.BadFormat, FortParameter.BatchReference)    // not null: needed
            : form.FileName is null ? FortAnswer.Invalid(FortCode.Missing, FortForm.File)
            : IsFileName(form.FileName) ? null
            : Failed(FortCode.BadFile));

    private static FortAnswer Failed(FortCode code, string? about = null) => new(FortStatus.UploadFailed, code, about);

    private static bool IsFileName(string name) =>
        name.Length is > 0 and <= LongestFileName
        && name.All(c => char.IsAsciiLetterOrDigit(c) || FileNameMarks.Contains(c, StringComparison.Ordinal))
        && name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);
}
