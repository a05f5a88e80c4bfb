using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Unit.Simulation.Actors;
using PayPage.Unit.Simulation.Checks;
using PayPage.Unit.Simulation.Outside;

namespace PayPage.Unit.Simulation;

/// <summary>Everything there is in one run: two processes of the site that come and go, and the world around them that stays.</summary>
internal sealed class World : IAsyncDisposable
{
    private const int Nodes = 2;
    private const int DeepestMeanwhile = 2;
    private const int MostMeanwhile = 4;
    private const double CrashPerCommit = 0.4;
    private const double CrashWhereSought = 80;
    private const int MostSought = 2;
    private const int MostRestMilliseconds = 500;

    private readonly Node?[] _nodes = new Node?[Nodes];
    private readonly List<Node> _all = [];
    private readonly Watch _watch;
    private readonly ActionTable _actions;
    private readonly string _sought;
    private int _soughtLeft = MostSought;
    private readonly HashSet<LinkId> _revoked = [];
    private readonly HashSet<InvoiceId> _withAddress = [];
    private string? _broken;
    private int _depth;
    private int _births;

    public World(int seed, SimDatabase database)
    {
        Database = database;
        Chance = new Chance(seed);
        Trace = new Trace(Clock);
        Network = new Network(Clock, Chance, Coverage, () => IsCalm);
        Processor = new SimProcessor(Clock, Chance, Network.Post);
        Mailbox = new Mailbox(this);
        Hooks = new HookRoom(this);
        _sought = Chance.Pick(CrashPlaces.Sought);
        Purse = new Purse(this);
        Observer = NewNode();
        _watch = new Watch(this);
        _actions = new ActionTable(this);
    }

    public SimDatabase Database { get; }

    /// <summary>When the run began.</summary>
    public DateTimeOffset OpenedAt { get; } = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public SimClock Clock { get; } = new(new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero));

    public Chance Chance { get; }

    public Trace Trace { get; }

    public Coverage Coverage { get; } = new();

    public Network Network { get; }

    public SimProcessor Processor { get; }

    public Mailbox Mailbox { get; }

    public HookRoom Hooks { get; }

    public Purse Purse { get; }

    /// <summary>How the processor stands to all of us just now.</summary>
    public Outage Outage { get; } = new();

    /// <summary>By how much the clock of the host is off true time, which is the processor's.</summary>
    public TimeSpan HostIsOff { get; set; }

    /// <summary>Reads the database for the checks. Takes part in nothing and never crashes.</summary>
    public Node Observer { get; }

    public List<Shop> Shops { get; } = [];

    /// <summary>No more faults: everything is heard, answered and delivered.</summary>
    public bool IsCalm { get; set; } = true;

    public Snapshot Now => _watch.Last;

    /// <summary>Hears every statement that is sent to the database, by whomever.</summary>
    public Ears Ears { get; } = new();

    public Shop ShopOf(Invoice invoice) => Shops.Single(s => s.Caller.MerchantId == invoice.MerchantId);

    /// <summary>One thing happens, chosen by chance.</summary>
    public Task StepAsync()
    {
        var next = _actions.Next();
        return ActAsync(next.Name, next.DoAsync);
    }

    /// <summary>One thing happens at one process, which may die of it. Anything else that is thrown is a bug.</summary>
    public async Task ActAsync(string name, Func<Node, Task<string>> act)
    {
        var node = _nodes[Chance.Below(Nodes)] is { IsDead: false } alive ? alive : Revive();
        Trace.Say($"{node.Name} {name}");

        try
        {
            Trace.Say($"= {await act(node)}");
        }
        catch (Exception e) when (node.IsDead && e is not BrokenInvariantException)
        {
            Trace.Say($"= {node.Name} is dead: {node.DiedAt}");
            Coverage.Visit("a process died");
        }
        catch (Exception e) when (e is not BrokenInvariantException)
        {
            Must(false, $"{name} threw {e}");
        }

        await LookAsync();
    }

    /// <summary>While somebody waits for an answer, other things happen.</summary>
    public async Task MeanwhileAsync()
    {
        if (_depth == DeepestMeanwhile)
        {
            return;
        }

        _depth++;
        Trace.Indent();

        for (var steps = Chance.Between(1, MostMeanwhile); steps > 0; steps--)
        {
            await StepAsync();
        }

        Trace.Outdent();
        _depth--;
    }

    public void MayCrash(Node node, string where)
    {
        node.MustBeAlive();

        var isSought = where == _sought && _soughtLeft > 0;

        if (!IsCalm && node != Observer && Chance.Percent(isSought ? CrashWhereSought : CrashPerCommit))
        {
            _soughtLeft -= isSought ? 1 : 0;
            Coverage.Visit($"crash {where}");
            node.Crash(where);
        }
    }

    /// <summary>Compares what is in the database now with what was there before, and with what must always be.</summary>
    public Task LookAsync() => _watch.LookAsync();

    public Task LookAtAllAsync() => _watch.LookAtAllAsync();

    /// <summary>Keeps the first break, for code under test may swallow what is thrown through it.</summary>
    public void Must(bool holds, string otherwise)
    {
        if (!holds)
        {
            _broken ??= otherwise;
        }

        if (_broken is { } broken)
        {
            throw new BrokenInvariantException(broken);
        }
    }

    /// <summary>A link that was spent later does not tell any more that it had been revoked.</summary>
    public bool WasRevoked(LinkId link) => _revoked.Contains(link);

    public void RememberRevoked(IEnumerable<LinkId> links) => _revoked.UnionWith(links);

    public bool HadAddressFromTheStart(InvoiceId invoice) => _withAddress.Contains(invoice);

    public void RememberAddressed(IEnumerable<InvoiceId> invoices) => _withAddress.UnionWith(invoices);

    public async ValueTask DisposeAsync()
    {
        _watch.Dispose();

        foreach (var node in _all)
        {
            await node.DisposeAsync();
        }
    }

    private Node Revive()
    {
        var slot = Array.FindIndex(_nodes, n => n is null or { IsDead: true });
        return _nodes[slot] = NewNode();
    }

    private Node NewNode()
    {
        var isObserver = _births == 0;
        var rest = TimeSpan.FromMilliseconds(isObserver ? 0 : Chance.Between(-MostRestMilliseconds, MostRestMilliseconds));    // the observer's is true
        var clock = new NodeClock(Clock, isObserver ? () => TimeSpan.Zero : () => HostIsOff, rest);
        var node = new Node(this, $"node {_births++}", clock);
        _all.Add(node);
        return node;
    }
}

/// <summary>The product did what it must never do.</summary>
internal sealed class BrokenInvariantException(string message) : Exception(message);
