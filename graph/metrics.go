package graph

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"

	"councilgraph/graph/plan"
	"councilgraph/graph/store"
)

// metrics are served at /metrics.
type metrics struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	seconds  prometheus.Histogram
	inFlight prometheus.Gauge
	fetches  prometheus.Histogram
	errors   *prometheus.CounterVec
	bytes    prometheus.Counter
	cost     prometheus.Counter
}

func newMetrics(s store.Store, turns *shares) *metrics {
	buckets := prometheus.ExponentialBuckets(0.0005, 2.5, 12)
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "councilgraph_requests_total",
			Help: "GraphQL requests by HTTP status."}, []string{"status"}),
		seconds:  prometheus.NewHistogram(prometheus.HistogramOpts{Name: "councilgraph_request_seconds", Help: "Time of GraphQL requests.", Buckets: buckets}),
		inFlight: prometheus.NewGauge(prometheus.GaugeOpts{Name: "councilgraph_requests_in_flight", Help: "GraphQL requests under way."}),
		fetches: prometheus.NewHistogram(prometheus.HistogramOpts{Name: "councilgraph_fetch_seconds",
			Help: "Time that the store took to answer a root field, or several as one.", Buckets: buckets}),
	}
	m.errors = prometheus.NewCounterVec(prometheus.CounterOpts{Name: "councilgraph_errors_total",
		Help: "GraphQL requests with an error, by code."}, []string{"code"})
	m.bytes = prometheus.NewCounter(prometheus.CounterOpts{Name: "councilgraph_answer_bytes_total", Help: "Bytes of answers."})
	m.cost = prometheus.NewCounter(prometheus.CounterOpts{Name: "councilgraph_cost_total", Help: "Cost of GraphQL requests, by estimate."})
	queue := prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "councilgraph_requests_waiting",
		Help: "Costly GraphQL requests that wait for their turn."}, func() float64 { return float64(turns.dear.length()) })
	m.registry.MustRegister(m.requests, m.seconds, m.inFlight, m.fetches, m.errors, m.bytes, m.cost, queue, held{s},
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// answered counts what came of a request for GraphQL.
func (m *metrics) answered(a *audit, status, bytes int) {
	m.requests.WithLabelValues(strconv.Itoa(status)).Inc()
	for _, c := range a.codes {
		m.errors.WithLabelValues(c).Inc()
	}
	m.bytes.Add(float64(bytes))
	m.cost.Add(float64(a.cost))
}

func (m *metrics) observe(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		m.inFlight.Inc()
		defer m.inFlight.Dec()
		began := time.Now()
		next.ServeHTTP(w, r)
		m.seconds.Observe(time.Since(began).Seconds())
	})
}

// timed is a store whose fetches are measured.
type timed struct {
	store.Store
	seconds prometheus.Histogram
}

func (t timed) Fetch(ctx context.Context, q plan.Query) (value plan.Value, err error) {
	fetched, err := fetch(ctx)
	if err != nil {
		return nil, err
	}
	defer fetched()
	return t.measured(t.Store.Fetch)(ctx, q)
}

// View has the request's turn as long as it lasts: what is asked in it waits for nothing more.
func (t timed) View(ctx context.Context, with func(plan.Fetch) error) error {
	fetched, err := fetch(ctx)
	if err != nil {
		return err
	}
	defer fetched()
	return t.Store.View(ctx, func(fetch plan.Fetch) error { return with(t.measured(fetch)) })
}

func (t timed) measured(fetch plan.Fetch) plan.Fetch {
	return func(ctx context.Context, q plan.Query) (plan.Value, error) {
		began := time.Now()
		value, err := fetch(ctx, q)
		t.seconds.Observe(time.Since(began).Seconds())
		if !errors.Is(err, errors.ErrUnsupported) {
			spentIn(ctx).count(q, value)
		}
		return value, err
	}
}

// held counts what the store holds each time it is asked. Where the store does not answer there is no figure but up, which is 0.
type held struct{ store.Store }

var (
	heldUp    = prometheus.NewDesc("councilgraph_store_up", "Whether the store answers.", nil, nil)
	heldCount = prometheus.NewDesc("councilgraph_store_holds", "How much the graph holds.", []string{"what"}, nil)
)

// Describe is part of prometheus.Collector.
func (h held) Describe(to chan<- *prometheus.Desc) { to <- heldUp; to <- heldCount }

// Collect is part of prometheus.Collector.
func (h held) Collect(to chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), readyTimeout)
	defer cancel()
	n, err := h.Count(ctx)
	if err != nil {
		to <- prometheus.MustNewConstMetric(heldUp, prometheus.GaugeValue, 0)
		return
	}
	to <- prometheus.MustNewConstMetric(heldUp, prometheus.GaugeValue, 1)
	for what, count := range map[string]int{"reports": n.Reports, "nodes": n.Nodes, "relations": n.Relations, "evidence": n.Evidence} {
		to <- prometheus.MustNewConstMetric(heldCount, prometheus.GaugeValue, float64(count), what)
	}
}
