using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Team;
using PayPage.UseCases.Team;

namespace PayPage.Pages.Office.Team;

/// <summary>Who works for the merchant, as what, and who is invited to.</summary>
[Needs(Right.ManageTeam)]
internal sealed class IndexModel(ShowTeam show, ChangeTeam change, InviteColleague invite, RevokeInvitation revoke, TimeProvider clock) : OfficePage
{
    [BindProperty, FromForm]
    public string? Email { get; set; }

    [BindProperty, FromForm]
    public string? Role { get; set; }

    /// <summary><c>usr_…</c>.</summary>
    [BindProperty, FromForm]
    public string? Who { get; set; }

    /// <summary><c>ivt_…</c>.</summary>
    [BindProperty, FromForm]
    public string? Invitation { get; set; }

    /// <summary>Asked of whoever takes something from himself.</summary>
    [BindProperty, FromForm]
    public bool Sure { get; set; }

    public TeamView Team { get; private set; } = new([], []);

    public DateTimeOffset Now => clock.GetUtcNow();

    public Task OnGetAsync(CancellationToken ct) => LookAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !RoleNames.TryParse(Role, out var role)
        ? await FaultyAsync(nameof(Role), "Choose a role from the list.", ct)
        : await InvitedAsync(await invite.HandleAsync(Caller.MerchantId, Email, role, Me.Id, ct), ct);

    public async Task<IActionResult> OnPostAgainAsync(CancellationToken ct) => InvitationId.TryParse(Invitation, out var id)
        ? await InvitedAsync(await invite.AgainAsync(Caller.MerchantId, id, Me.Id, ct), ct)
        : NotFound();

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken ct) => InvitationId.TryParse(Invitation, out var id) && await revoke.HandleAsync(Caller.MerchantId, id, ct)
        ? Done("The invitation is taken back. Its link does not work any more.")
        : NotFound();

    public async Task<IActionResult> OnPostRoleAsync(CancellationToken ct)
    {
        if (!UserId.TryParse(Who, out var id) || !RoleNames.TryParse(Role, out var role))
        {
            return NotFound();
        }

        return id == Me.Id && !Sure && role != Domain.Team.Role.Admin
            ? await FaultyAsync("", "You are about to take rights from yourself. Tick “Yes, change my own role” if you mean it.", ct)
            : await ChangedAsync(await change.GiveAsync(Caller.MerchantId, id, role, ct), $"The role is changed: {RoleWords.Name(role)}. It counts from the next click on.", id, ct);
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        if (!UserId.TryParse(Who, out var id))
        {
            return NotFound();
        }

        return id == Me.Id && !Sure
            ? await FaultyAsync("", "You are about to leave the team yourself. Tick the box if you mean it.", ct)
            : await ChangedAsync(await change.RemoveAsync(Caller.MerchantId, id, ct), id == Me.Id ? $"You have left {Merchant.Name}." : "Your colleague is no longer in the team.", id, ct);
    }

    private async Task<IActionResult> ChangedAsync(ChangeTeam.Outcome outcome, string done, UserId who, CancellationToken ct) => outcome switch
    {
        ChangeTeam.Outcome.Changed => Done(done, who == Me.Id && !Me.IsOperator ? "/merchant?choose=1" : null),
        ChangeTeam.Outcome.NoSuchColleague => NotFound(),
        ChangeTeam.Outcome.LastAdmin => await FaultyAsync("", "Nobody else here may change the team. Make somebody else an administrator first.", ct),
    };

    private async Task<IActionResult> InvitedAsync(InviteColleague.Outcome outcome, CancellationToken ct) => outcome switch
    {
        InviteColleague.Outcome.Invited invited => Done($"An invitation is on its way to {invited.Email}."),
        InviteColleague.Outcome.NoAddress => await FaultyAsync(nameof(Email), "Write one e-mail address, such as ann@example.com.", ct),
        InviteColleague.Outcome.AlreadyHere => await FaultyAsync(nameof(Email), "Whoever signs in with this address works here already.", ct),
        InviteColleague.Outcome.TooMany => await FaultyAsync(nameof(Email), $"{InviteColleague.MostPerDay} invitations were sent in 24 hours, which is the limit. Try again tomorrow.", ct),
        _ => NotFound(),
    };

    private StatusCodeResult Done(string words, string? path = null)
    {
        Say(words);
        return SeeOther(path ?? Path("team"));
    }

    private async Task<IActionResult> FaultyAsync(string field, string fault, CancellationToken ct)
    {
        await LookAsync(ct);
        return Again(field, fault);
    }

    private async Task LookAsync(CancellationToken ct)
    {
        Title = "Team";
        Team = await show.HandleAsync(Caller.MerchantId, ct);
    }
}
