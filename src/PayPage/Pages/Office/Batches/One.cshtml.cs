using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Batches;
using PayPage.Domain.Team;
using PayPage.UseCases.Batches;

namespace PayPage.Pages.Office.Batches;

/// <summary>One file of invoices: how far it is, what is wrong in it, and what is to be done with it.</summary>
[Needs(Right.SendBatches)]
internal sealed class OneModel(ShowBatch showBatch, DecideBatch decide) : BatchPage(showBatch)
{
    private const string OnlyBad = "mistakes";
    private const string OnlyGood = "good";

    /// <summary>Which rows: <c>mistakes</c>, <c>good</c>, or all of them.</summary>
    [FromQuery]
    public string? Show { get; init; }

    /// <summary>The last line of the page before.</summary>
    [FromQuery]
    public int After { get; init; }

    [BindProperty]
    [FromForm]
    public FormatForm Format { get; set; } = new();

    public ShowBatch.View View { get; private set; } = null!;    // set before the page is shown

    public Batch Batch => View.Batch;

    public string Here => Path($"batches/{Batch.Id}");

    /// <summary>What nobody has decided yet.</summary>
    public IReadOnlyList<FileAspect> Open => Batch.Stage == BatchStage.Asking
        ? [.. Enum.GetValues<FileAspect>().Where(aspect => BatchWords.ValueOf(Batch.Format, aspect) is null)]
        : [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostProcessAsync(CancellationToken ct) =>
        AfterAsync(id => decide.ProcessAsync(id, onlyWhole: false, atOnce: false, Caller, ct), "It begins in a moment. Until then you can take it back.");

    public Task<IActionResult> OnPostUndoAsync(CancellationToken ct) =>
        AfterAsync(id => decide.TakeBackAsync(id, Caller, ct), "Taken back. No invoice was made and nobody was written to.");

    public Task<IActionResult> OnPostDiscardAsync(CancellationToken ct) =>
        AfterAsync(id => decide.DiscardAsync(id, Caller, ct), "Discarded. No invoice was made of it.");

    public Task<IActionResult> OnPostFormatAsync(CancellationToken ct) =>
        AfterAsync(id => decide.ReadAgainAsync(id, Format.Read(), Caller, ct), "The file is read again in that way.");

    private async Task<IActionResult> AfterAsync(Func<BatchId, Task<DecideBatch.Outcome>> decision, string done)
    {
        if (!BatchId.TryParse(BatchText, out var id))
        {
            return NotFound();
        }

        switch (await decision(id))
        {
            case DecideBatch.Outcome.Unknown:
                return NotFound();
            case DecideBatch.Outcome.Done:
                Say(done);
                break;
            case DecideBatch.Outcome.TooLate:
                Say("Somebody was quicker, or it is too late for that: this is how it stands now.");
                break;
            case DecideBatch.Outcome.NothingGood or DecideBatch.Outcome.NotWhole:
                Say("No row is good, so nothing can be made.");
                break;
            default:
                throw new UnreachableException();
        }

        return SeeOther(Path($"batches/{id}"));
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        IReadOnlyList<BatchRowState> states = Show switch
        {
            OnlyBad => [BatchRowState.Bad, BatchRowState.Rejected],
            OnlyGood => [BatchRowState.Good, BatchRowState.Created],
            _ => [],
        };

        if (!BatchId.TryParse(BatchText, out var id) || await ShowBatch.HandleAsync(id, states, Math.Max(0, After), Caller, ct) is not { } view)
        {
            return false;
        }

        (View, Title) = (view, view.Batch.FileName);
        return true;
    }
}
