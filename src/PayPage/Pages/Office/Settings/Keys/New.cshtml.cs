using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;
using PayPage.UseCases.Keys;

namespace PayPage.Pages.Office.Settings.Keys;

/// <summary>One more key, shown this once.</summary>
[Needs(Right.ManageKeys)]
internal sealed class NewModel(MakeKey make, IdSource ids) : KeyPage
{
    /// <summary>Of the key that it makes: the same form sent twice makes one.</summary>
    [BindProperty, FromForm]
    public string? Id { get; set; }

    [BindProperty, FromForm]
    public KeyForm Form { get; set; } = new();

    /// <summary>Shown this once; null before it is made.</summary>
    public MakeKey.Outcome.Made? Made { get; private set; }

    public void OnGet()
    {
        Title = "Make a key";
        Id = $"{ApiKeyId.New(ids)}";
        Form.Scopes = ["read", "write"];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Title = "Make a key";
        Id = ApiKeyId.TryParse(Id, out var id) ? Id : $"{id = ApiKeyId.New(ids)}";

        switch (await make.HandleAsync(id, Form.Words, Caller, ct))
        {
            case MakeKey.Outcome.Made made:
                (Title, Made) = ("The key was made", made);
                Response.Headers.ContentEncoding = "identity";
                return Page();    // no redirect: the key is in this answer and nowhere else
            case MakeKey.Outcome.MadeBefore:
                Say("The key was made before. It was shown then and cannot be shown again: if nobody kept it, revoke it and make another.");
                return SeeOther(Path("settings/keys"));
            case MakeKey.Outcome.Faulty faulty:
                return Again(faulty.Messages);
            case MakeKey.Outcome.NoSuchKey:
                return NotFound();
            default:
                throw new UnreachableException();
        }
    }
}
