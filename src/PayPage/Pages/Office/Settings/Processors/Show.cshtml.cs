using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Team;
using PayPage.UseCases.Accounts;

namespace PayPage.Pages.Office.Settings.Processors;

/// <summary>One account: whether it works, its keys, and whether money comes through it.</summary>
[Needs(Right.ManageAccounts)]
internal sealed class ShowModel(ShowAccounts show, WriteAccount write, SwitchAccount turn) : AccountPage
{
    /// <summary>Never null when the page is rendered.</summary>
    public ShowAccounts.One View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LookAsync(ct))
        {
            return NotFound();
        }

        (Form.PublicKey, Form.Style) = (View.Account.PublicKey, $"{View.Account.Style}");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await write.ChangeAsync(AccountId, SeenVersion, Form.Words, Caller, ct);

        if (!await LookAsync(ct))
        {
            return NotFound();
        }

        return outcome switch
        {
            WriteAccount.Outcome.Saved => Done(View.Account.TestedAt is null ? "Saved. The key is new: test it." : "Saved."),
            WriteAccount.Outcome.Faulty faulty => Again(faulty.Messages),
            WriteAccount.Outcome.Overtaken => Again("", "This account was changed a moment ago. Nothing of yours is saved yet; saving again puts it in place of that."),
            WriteAccount.Outcome.NoSuchAccount => NotFound(),
            _ => throw new UnreachableException(),
        };
    }

    public async Task<IActionResult> OnPostTestAsync(CancellationToken ct)
    {
        var outcome = await turn.TestAsync(AccountId, Caller, ct);

        if (!await LookAsync(ct))
        {
            return NotFound();
        }

        var processor = View.Line.Processor;
        return outcome switch
        {
            SwitchAccount.TestOutcome.Works { TakesMoney: true } works => Done($"It works: {processor} knows it as {works.Name}."),
            SwitchAccount.TestOutcome.Works works => Done($"The key works, and {processor} knows the account as {works.Name}, but does not let it charge anybody yet. Finish what {processor} asks of you in its dashboard."),
            SwitchAccount.TestOutcome.KeyRefused refused => Again("SecretKey", $"{processor} does not accept this key: {refused.Reason.TrimEnd('.')}. Make a new one there and paste it here."),
            SwitchAccount.TestOutcome.NoAnswer => Again("", $"{processor} did not answer. Nothing was changed; try again in a minute."),
            SwitchAccount.TestOutcome.AnotherAccount => Again("SecretKey", "This key is good, but of another account than before: payments of the old one could not be asked for any more. Connect it as another account."),
            SwitchAccount.TestOutcome.ChangedMeanwhile => Again("", "The keys were changed while they were tested. Test again."),
            SwitchAccount.TestOutcome.NoSuchAccount => NotFound(),
            _ => throw new UnreachableException(),
        };
    }

    public async Task<IActionResult> OnPostUseAsync(CancellationToken ct)
    {
        var outcome = await turn.UseAsync(AccountId, Caller, ct);

        return !await LookAsync(ct) ? NotFound() : outcome switch
        {
            SwitchAccount.UseOutcome.InUse => Done("New payments go through this account from now on."),
            SwitchAccount.UseOutcome.NotTested => Again("", "Test the connection first: then your customers meet an account that works."),
            SwitchAccount.UseOutcome.NoSigningSecret => Again("SigningSecret", "Add the signing secret first: by it we know that news of payments and disputes is genuine."),
            SwitchAccount.UseOutcome.NoSuchAccount => NotFound(),
        };
    }

    public async Task<IActionResult> OnPostStopAsync(CancellationToken ct) =>
        await turn.StopAsync(AccountId, Caller, ct) ? Done("No new payment goes through this account. Put one in use before you send the next invoice.") : NotFound();

    private async Task<bool> LookAsync(CancellationToken ct)
    {
        if (await show.OneAsync(AccountId, Caller, ct) is not { } view)
        {
            return false;
        }

        (View, Title, Seen) = (view, view.Line.Processor, Written(view.Account.Version));
        return true;
    }

    private StatusCodeResult Done(string sentence)
    {
        Say(sentence);
        return SeeOther(AccountPath(AccountId));
    }
}
