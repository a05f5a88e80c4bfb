using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Reconciliation;
using PayPage.SignIn;
using PayPage.UseCases.Reconciliation;

namespace PayPage.Pages.Office.Differences;

/// <summary>A page about one difference. A foreign one and none are one answer: 404.</summary>
internal abstract class DifferencePage(ShowDifference show, FreshProof proof) : OfficePage
{
    [FromRoute(Name = "difference")]
    public string DifferenceText { get; init; } = "";

    [BindProperty, FromForm]
    public TypedDifference Input { get; set; } = new();

    /// <summary>Never null when the page is rendered.</summary>
    public ShowDifference.View View { get; private set; } = null!;

    /// <summary>What the person is asked for before money goes back; null where nothing.</summary>
    public ProofMeans? Proof { get; private set; }

    public Difference Difference => View.Difference;

    public string Here => Path($"differences/{Difference.Id}");

    /// <returns>Null when it is proven who asks; else what to say.</returns>
    protected Task<string?> ObjectionAsync(CancellationToken ct) => proof.ObjectionAsync(Me.Id, Input.Proof, ct);

    protected StatusCodeResult Done(string sentence)
    {
        Say(sentence);
        return SeeOther(Here);
    }

    protected async Task<bool> LookAsync(CancellationToken ct)
    {
        if (PrefixedId.Read("dif_", DifferenceText) is not { } id || await show.HandleAsync(new DifferenceId(id), Caller, ct) is not { } view)
        {
            return false;
        }

        View = view;
        Title = view.Difference.Kind.Title();
        Proof = Merchant.RefundNeedsPassword(view.Difference.Amount) ? await proof.MeansAsync(Me.Id) : null;
        return true;
    }
}
