using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Team;
using PayPage.Unit.Support;
using PayPage.UseCases.Outbox;
using PayPage.UseCases.Team;
using static PayPage.UseCases.Team.InviteColleague;

namespace PayPage.Unit.UseCases.Team;

public sealed class InvitationTests
{
    private const string Mia = "mia@example.com";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invitation_travels_by_mail_and_lies_nowhere_else()
    {
        await using var world = await World.CreateAsync();
        var ana = await world.PersonAsync("ana@example.com", Role.Admin);

        Assert.Equal(new Outcome.Invited(Mia), await world.InviteAsync($" {Mia} ", ana, Role.SalesManager));
        await world.DrainAsync();

        var mail = Assert.Single(world.Mail.Sent);
        Assert.Equal(Mia, mail.To);
        Assert.Equal("ana invites you to Northgate Flowers on PayPage", mail.Subject);
        var token = TokenIn(mail.Text);
        var open = Assert.IsType<InvitationView.Open>(await ShowAsync(world, token));
        Assert.Equal((Role.SalesManager, "Northgate Flowers", "ana", null), (open.Invitation.Role, open.MerchantName, open.InvitedBy, open.Known));
        Assert.NotNull(await world.ReadAsync(db => db.Outbox.Select(m => m.SentAt).SingleAsync(Ct)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("CfDJ8")]
    [InlineData("not a token")]
    [InlineData("ivt_00000000000000000000000000000000")]
    public async Task A_forged_invitation_leads_nowhere(string token)
    {
        await using var world = await World.CreateAsync();

        Assert.Equal(new InvitationView.Closed(InvitationFate.Unknown, null), await ShowAsync(world, token));
    }

    [Fact]
    public async Task An_altered_invitation_leads_nowhere()
    {
        await using var world = await World.CreateAsync();
        var ana = await world.PersonAsync("ana@example.com", Role.Admin);
        await world.InviteAsync(Mia, ana);
        var token = world.Get<IInvitationTokens>().Protect((await world.InvitationAsync(Mia)).Id);

        Assert.IsType<InvitationView.Open>(await ShowAsync(world, token));
        Assert.IsType<InvitationView.Closed>(await ShowAsync(world, token[..^1] + (token[^1] == 'A' ? 'B' : 'A')));
    }

    [Fact]
    public async Task An_invitation_runs_out_after_seven_days()
    {
        await using var world = await World.CreateAsync();
        var ana = await world.PersonAsync("ana@example.com", Role.Admin);
        var mia = await world.PersonAsync(Mia);
        await world.InviteAsync(Mia, ana);
        var invitation = await world.InvitationAsync(Mia);

        world.Clock.Advance(TimeSpan.FromDays(7));

        Assert.Equal(InvitationFate.Expired, await FateAsync(world, invitation.Id));
        Assert.Null(await world.AcceptAsync(invitation.Id, mia));
        await world.DrainAsync();
        Assert.Empty(world.Mail.Sent);    // it waited too long to be worth sending
        Assert.Equal(FindColleagueNeed.Closed, await world.ReadAsync(db => db.Outbox.Select(m => m.LastError).SingleAsync(Ct)));
    }

    [Fact]
    public async Task One_that_was_taken_back_or_sent_again_works_no_more()
    {
        await using var world = await World.CreateAsync();
        var ana = await world.PersonAsync("ana@example.com", Role.Admin);
        var mia = await world.PersonAsync(Mia);
        await world.InviteAsync(Mia, ana, Role.Cashier);
        var first = await world.InvitationAsync(Mia);
        world.Clock.Advance(TimeSpan.FromDays(6));
        Assert.IsType<Outcome.Invited>(await AgainAsync(world, first.Id, ana));
        var second = await world.InvitationAsync(Mia);

        Assert.Equal(InvitationFate.Revoked, await FateAsync(world, first.Id));
        Assert.Null(await world.AcceptAsync(first.Id, mia));
        Assert.Equal((Role.Cashier, world.Clock.GetUtcNow().AddDays(7)), (second.Role, second.ExpiresAt));

        Assert.True(await RevokeAsync(world, second.Id));
        Assert.Equal(InvitationFate.Revoked, await FateAsync(world, second.Id));
        Assert.Null(await world.AcceptAsync(second.Id, mia));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Accepted_twice_at_once_it_counts_once(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var ana = await world.PersonAsync("ana@example.com", Role.Admin);
        var mia = await world.PersonAsync(Mia);
        await world.InviteAsync(Mia, ana, Role.Cashier);
        var invitation = await world.InvitationAsync(Mia);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.AcceptAsync(invitation.Id, mia), Ct)));

        Assert.Single(answers, answer => answer == world.Caller.MerchantId);
        Assert.Equal(Role.Cashier, await world.RoleAsync(mia));
        Assert.Equal(InvitationFate.Accepted, await FateAsync(world, invitation.Id));
        Assert.False(await RevokeAsync(world, invitation.Id));
        Assert.IsType<Outcome.NoSuchInvitation>(await AgainAsync(world, invitation.Id, ana));
    }

    [Fact]
    public async Task It_is_for_the_invited_person_alone()
    {
        await using var world = await World.CreateAsync();
        var ana = await world.PersonAsync("ana@example.com", Role.Admin);
        var eve = await world.PersonAsync("eve@example.com");
        await world.InviteAsync(Mia, ana);

        Assert.Null(await world.AcceptAsync((await world.InvitationAsync(Mia)).Id, eve));
        Assert.Null(await world.RoleAsync(eve));
    }

    [Fact]
    public async Task Another_merchants_invitation_can_neither_be_sent_again_nor_taken_back()
    {
        await using var world = await World.CreateAsync();
        var (other, _) = await world.MerchantAsync();
        var ana = await world.PersonAsync("ana@example.com", Role.Admin);
        await world.InviteAsync(Mia, ana);
        var invitation = await world.InvitationAsync(Mia);

        Assert.IsType<Outcome.NoSuchInvitation>(await world.UseAsync<InviteColleague, Outcome>(again => again.AgainAsync(other.MerchantId, invitation.Id, ana, Ct)));
        Assert.False(await world.UseAsync<RevokeInvitation, bool>(revoke => revoke.HandleAsync(other.MerchantId, invitation.Id, Ct)));
        Assert.IsType<InvitationView.Open>(await ShowAsync(world, world.Get<IInvitationTokens>().Protect(invitation.Id)));
    }

    [Fact]
    public async Task Who_is_here_already_needs_no_invitation_and_a_name_is_no_address()
    {
        await using var world = await World.CreateAsync();
        var ana = await world.PersonAsync("ana@example.com", Role.Admin);

        Assert.IsType<Outcome.AlreadyHere>(await world.InviteAsync("ANA@example.com", ana));
        Assert.IsType<Outcome.NoAddress>(await world.InviteAsync("mia", ana));
        Assert.IsType<Outcome.NoAddress>(await world.InviteAsync("mia@example.com, eve@example.com", ana));
        Assert.False(await world.ReadAsync(db => db.Outbox.AnyAsync(Ct)));
    }

    [Fact]
    public async Task Nobody_floods_mailboxes_from_here()
    {
        await using var world = await World.CreateAsync();
        var ana = await world.PersonAsync("ana@example.com", Role.Admin);

        for (var i = 0; i < MostPerDay; i++)
        {
            Assert.IsType<Outcome.Invited>(await world.InviteAsync(i % 2 == 0 ? Mia : $"guest{i}@example.com", ana));
        }

        Assert.IsType<Outcome.TooMany>(await world.InviteAsync("one.more@example.com", ana));
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.IsType<Outcome.Invited>(await world.InviteAsync("one.more@example.com", ana));
        Assert.Equal(1, await world.ReadAsync(db => db.Invitations.CountAsync(i => i.Email == Mia && i.RevokedAt == null, Ct)));
    }

    private static string TokenIn(string text) => text.Split('\n').Single(line => line.StartsWith("https://pay.example.com/merchant/invitation/", StringComparison.Ordinal)).Split('/')[^1];

    private static Task<InvitationView> ShowAsync(World world, string token) => world.UseAsync<ShowInvitation, InvitationView>(show => show.HandleAsync(token, Ct));

    private static async Task<InvitationFate> FateAsync(World world, InvitationId id) =>
        Assert.IsType<InvitationView.Closed>(await ShowAsync(world, world.Get<IInvitationTokens>().Protect(id))).Why;

    private static Task<Outcome> AgainAsync(World world, InvitationId id, UserId by) =>
        world.UseAsync<InviteColleague, Outcome>(again => again.AgainAsync(world.Caller.MerchantId, id, by, Ct));

    private static Task<bool> RevokeAsync(World world, InvitationId id) =>
        world.UseAsync<RevokeInvitation, bool>(revoke => revoke.HandleAsync(world.Caller.MerchantId, id, Ct));
}
