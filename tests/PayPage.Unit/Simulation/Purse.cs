using PayPage.Domain.Links;
using PayPage.UseCases.Links;

namespace PayPage.Unit.Simulation;

/// <summary>The links that payers hold, with the cookies of their browsers. No crash of ours takes these away.</summary>
internal sealed class Purse(World world)
{
    private readonly List<Held> _links = [];

    public bool IsEmpty => _links.Count == 0;

    public async Task LearnAsync(string token)
    {
        if (_links.TrueForAll(l => l.Token != token))
        {
            var link = await world.Observer.AskAsync((FindLink find) => find.HandleAsync(token, CancellationToken.None));
            world.Must(link is not null, "Somebody was given a link that does not exist.");
            _links.Add(new Held(token, link!.Id));    // there, as just demanded
        }
    }

    public Held Pick() => world.Chance.Pick(_links);

    /// <returns>One through which something may be paid now, where there is one.</returns>
    public Held PickPayable()
    {
        var open = world.Now.Invoices.Where(i => i.IsPayable && i.Available.Minor > 0).Select(i => i.Id).ToHashSet();
        var live = world.Now.Links.Where(l => LinkTransitions.Live.Contains(l.Status) && open.Contains(l.InvoiceId)).Select(l => l.Id).ToHashSet();
        var payable = _links.FindAll(held => live.Contains(held.Id));

        return world.Chance.Pick(payable.Count > 0 ? payable : _links);
    }

    /// <summary>What was ever asked to be paid through a link, in minor units.</summary>
    public IReadOnlyList<long> WishesThrough(LinkId link) => [.. _links.Where(l => l.Id == link).SelectMany(l => l.Wishes)];

    internal sealed class Held(string token, LinkId id)
    {
        public string Token => token;

        public LinkId Id => id;

        /// <summary>The return secret in the cookie; null before this browser began a payment.</summary>
        public string? Cookie { get; set; }

        public List<long> Wishes { get; } = [];
    }
}
