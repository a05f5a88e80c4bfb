using Microsoft.AspNetCore.Mvc;
using PayPage.SignIn;
using PayPage.UseCases.Team;

namespace PayPage.Pages.Office;

/// <summary>Who stands before an open invitation.</summary>
internal enum InvitedGuest
{
    /// <summary>Nobody signs in with the address yet.</summary>
    New,

    /// <summary>He has an account, and must sign in with it.</summary>
    Known,

    /// <summary>Signed in as whom it is for.</summary>
    Here,

    SomebodyElse,
}

/// <summary>Where the link of an invitation leads. Looking at it accepts nothing: that takes a button.</summary>
internal sealed class InvitationModel(ShowInvitation show, AcceptInvitation accept, JoinTeam join) : OfficeBase
{
    [FromRoute]
    public string Token { get; init; } = "";

    [BindProperty, FromForm]
    public string? Name { get; set; }

    [BindProperty, FromForm]
    public string? Password { get; set; }

    /// <summary>Null when it is closed.</summary>
    public InvitationView.Open? Invited { get; private set; }

    public InvitationFate Why { get; private set; }

    /// <summary>Of a closed one; null where we made no such invitation.</summary>
    public string? MerchantName { get; private set; }

    public InvitedGuest Guest => Person is { } person ? Invited?.Invitation.IsFor(person.Email) == true ? InvitedGuest.Here : InvitedGuest.SomebodyElse
        : Invited?.Known is not null ? InvitedGuest.Known
        : InvitedGuest.New;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LookAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LookAsync(ct);

        switch (Invited is null ? null : (InvitedGuest?)Guest)
        {
            case InvitedGuest.Here when await accept.HandleAsync(Invited!.Invitation.Id, Person!.Id, ct) is { } merchant:
                return Welcome(OfficePage.PathOf(merchant));
            case InvitedGuest.New:
                return await JoinAsync(Invited!, ct);
            case null:
                return Page();
            default:
                await LookAsync(ct);    // it may have been closed meanwhile
                return Page();
        }
    }

    private async Task<IActionResult> JoinAsync(InvitationView.Open invited, CancellationToken ct)
    {
        switch (await join.HandleAsync(invited.Invitation, Name, Password, ct))
        {
            case JoinTeam.Outcome.Joined joined:
                return Welcome(OfficePage.PathOf(joined.Merchant));
            case JoinTeam.Outcome.Faulty faulty:
                return Again(faulty.Faults);
            default:
                await LookAsync(ct);
                return Page();
        }
    }

    private StatusCodeResult Welcome(string home)
    {
        Say($"Welcome to {Invited!.MerchantName}.");    // only from an open one
        return SeeOther(home);
    }

    private async Task LookAsync(CancellationToken ct)
    {
        var view = await show.HandleAsync(Token, ct);
        Invited = view as InvitationView.Open;
        Title = "Invitation";

        if (view is InvitationView.Closed closed)
        {
            (Why, MerchantName) = (closed.Why, closed.MerchantName);
            Title = Why switch
            {
                InvitationFate.Accepted => "This invitation was accepted already",
                InvitationFate.Revoked => "This invitation does not work any more",
                InvitationFate.Expired => "This invitation has run out",
                InvitationFate.Unknown => "This is no invitation",
            };
            Response.StatusCode = Why == InvitationFate.Unknown ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone;
        }
    }
}
