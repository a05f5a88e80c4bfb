using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain;
using PayPage.Domain.Processors;
using PayPage.Domain.Team;
using PayPage.UseCases.Accounts;

namespace PayPage.Pages.Office.Settings.Processors;

/// <summary>Connects an account at Stripe. It takes no money yet.</summary>
[Needs(Right.ManageAccounts)]
internal sealed class NewModel(ShowAccounts show, WriteAccount write, IdSource ids) : AccountPage
{
    /// <summary>Of the account that it makes: the same form sent twice makes one, and its address is known before.</summary>
    [BindProperty, FromForm]
    public string? Id { get; set; }

    public string Hook => show.HookOf(Wanted, ProcessorKind.Stripe, Caller).AbsoluteUri;

    private ProcessorAccountId Wanted => ProcessorAccountId.TryParse(Id, out var id) ? id : default;

    public void OnGet() => Begin();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Begin();

        switch (await write.AddAsync(Wanted, Form.Words, Caller, ct))
        {
            case WriteAccount.Outcome.Saved:
                Say("The account is saved. Test it now.");
                return SeeOther(AccountPath(Wanted));
            case WriteAccount.Outcome.Faulty faulty:
                return Again(faulty.Messages);
            case WriteAccount.Outcome.NoSuchAccount:
                return NotFound();
            default:
                throw new UnreachableException();
        }
    }

    private void Begin()
    {
        Title = "Connect Stripe";
        Id = ProcessorAccountId.TryParse(Id, out _) ? Id : $"{ProcessorAccountId.New(ids)}";
    }
}
