using Microsoft.EntityFrameworkCore;
using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;
using PayPage.Unit.Support;
using PayPage.UseCases.Team;

namespace PayPage.Unit.UseCases.Team;

/// <summary>What becomes of invitations that nobody has answered yet.</summary>
public sealed class OpenInvitationsTests
{
    private const string Mia = "mia@example.com";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_newest_to_a_mailbox_is_the_only_one_however_it_is_written(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var ana = await world.PersonAsync("ana@example.com", Role.Admin);
        await world.InviteAsync(Mia, ana);
        await world.InviteAsync("max@example.com", ana);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.InviteAsync("Mia@Example.com", ana);

        Assert.Equal(["Mia@Example.com", "max@example.com"], await OpenAsync(world));
    }

    [Fact]
    public async Task One_accepted_closes_the_others_to_the_same_mailbox_and_no_other_merchants()
    {
        await using var world = await World.CreateAsync();
        var (other, _) = await world.MerchantAsync();
        var ana = await world.PersonAsync("ana@example.com", Role.Admin);
        var mia = await world.PersonAsync(Mia);
        await AddAsync(world, "MIA@example.com", ana, world.Caller.MerchantId);    // as it was before letters were compared without case
        await AddAsync(world, Mia, ana, other.MerchantId);
        await AddAsync(world, Mia, ana, world.Caller.MerchantId);
        var newest = await world.ReadAsync(db => db.Invitations.SingleAsync(i => i.MerchantId == world.Caller.MerchantId && i.Email == Mia, Ct));

        Assert.Equal(world.Caller.MerchantId, await world.AcceptAsync(newest.Id, mia));

        Assert.Equal([other.MerchantId], await world.ReadAsync(db => Open(db.Invitations).Select(i => i.MerchantId).ToListAsync(Ct)));
        Assert.Null(await world.ReadAsync(db => db.Invitations.Where(i => i.Id == newest.Id).Select(i => i.RevokedAt).SingleAsync(Ct)));
    }

    [Fact]
    public async Task Whoever_is_taken_out_does_not_come_back_by_an_older_mail()
    {
        await using var world = await World.CreateAsync();
        var ana = await world.PersonAsync("ana@example.com", Role.Admin);
        var mia = await world.PersonAsync(Mia, Role.Sales);
        await AddAsync(world, "MIA@example.com", ana, world.Caller.MerchantId);
        var older = await world.InvitationAsync("MIA@example.com");
        await AddAsync(world, "max@example.com", ana, world.Caller.MerchantId);

        await RemoveAsync(world, mia);

        Assert.Null(await world.AcceptAsync(older.Id, mia));
        Assert.Null(await world.RoleAsync(mia));
        Assert.Equal(["max@example.com"], await OpenAsync(world));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Role.SalesManager)]
    public async Task Who_is_no_administrator_any_more_has_invited_nobody(Role? left)
    {
        await using var world = await World.CreateAsync();
        var (other, _) = await world.MerchantAsync();
        var ana = await world.PersonAsync("ana@example.com", Role.Admin);
        var eve = await world.PersonAsync("eve@example.com", Role.Admin);
        await world.InviteAsync("friend@example.com", eve, Role.Admin);
        await world.InviteAsync(Mia, ana);
        await AddAsync(world, "else@example.com", eve, other.MerchantId);

        await ChangeAsync(world, eve, left);

        Assert.Equal(["else@example.com", Mia], await OpenAsync(world));
    }

    [Fact]
    public async Task Who_stays_an_administrator_or_an_operator_has_invited_whom_he_did()
    {
        await using var world = await World.CreateAsync();
        await world.PersonAsync("ana@example.com", Role.Admin);
        var eve = await world.PersonAsync("eve@example.com", Role.Admin);
        await world.InviteAsync(Mia, eve);

        await ChangeAsync(world, eve, Role.Admin);
        Assert.Equal([Mia], await OpenAsync(world));

        await world.ReadAsync(db => db.Users.Where(u => u.Id == eve.Value).ExecuteUpdateAsync(set => set.SetProperty(u => u.IsOperator, true), Ct));
        await ChangeAsync(world, eve, null);
        Assert.Equal([Mia], await OpenAsync(world));
    }

    private static IQueryable<Invitation> Open(IQueryable<Invitation> all) => all.Where(i => i.AcceptedAt == null && i.RevokedAt == null);

    private static async Task<IEnumerable<string>> OpenAsync(World world) =>
        (await world.ReadAsync(db => Open(db.Invitations).Select(i => i.Email).ToListAsync(Ct))).Order(StringComparer.Ordinal);

    private static async Task ChangeAsync(World world, UserId user, Role? role) => Assert.Equal(
        ChangeTeam.Outcome.Changed,
        role is { } given
            ? await world.UseAsync<ChangeTeam, ChangeTeam.Outcome>(change => change.GiveAsync(world.Caller.MerchantId, user, given, Ct))
            : await RemoveAsync(world, user));

    private static Task<ChangeTeam.Outcome> RemoveAsync(World world, UserId user) =>
        world.UseAsync<ChangeTeam, ChangeTeam.Outcome>(change => change.RemoveAsync(world.Caller.MerchantId, user, Ct));

    /// <summary>Put straight into the database: today none is made beside another.</summary>
    private static Task<int> AddAsync(World world, string email, UserId by, MerchantId merchant) => world.ReadAsync(async db =>
    {
        db.Invitations.Add(new Invitation
        {
            Id = InvitationId.New(world.Get<IdSource>()),
            MerchantId = merchant,
            Email = email,
            Role = Role.Sales,
            InvitedBy = by,
            CreatedAt = world.Clock.GetUtcNow(),
            ExpiresAt = world.Clock.GetUtcNow() + Invitation.Life,
        });
        return await db.SaveChangesAsync(Ct);
    });
}
