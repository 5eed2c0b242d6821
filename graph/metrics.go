package graph

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"

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
}

func newMetrics(s store.Store) *metrics {
	buckets := prometheus.ExponentialBuckets(0.0005, 2.5, 12)
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "councilgraph_requests_total", Help: "GraphQL requests by HTTP status."}, []string{"status"}),
		seconds:  prometheus.NewHistogram(prometheus.HistogramOpts{Name: "councilgraph_request_seconds", Help: "Time of GraphQL requests.", Buckets: buckets}),
		inFlight: prometheus.NewGauge(prometheus.GaugeOpts{Name: "councilgraph_requests_in_flight", Help: "GraphQL requests under way."}),
		fetches:  prometheus.NewHistogram(prometheus.HistogramOpts{Name: "councilgraph_fetch_seconds", Help: "Time that the store took to answer a root field.", Buckets: buckets}),
	}
	m.registry.MustRegister(m.requests, m.seconds, m.inFlight, m.fetches, held{s})
	return m
}

func (m *metrics) observe(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		m.inFlight.Inc()
		defer m.inFlight.Dec()
		began := time.Now()
		s := &statusWriter{ResponseWriter: w, status: http.StatusOK}
		next.ServeHTTP(s, r)
		m.seconds.Observe(time.Since(began).Seconds())
		m.requests.WithLabelValues(strconv.Itoa(s.status)).Inc()
	})
}

// timed is a store whose fetches are measured.
type timed struct {
	store.Store
	seconds prometheus.Histogram
}

func (t timed) Fetch(ctx context.Context, q plan.Query) (plan.Value, error) {
	fetched, err := fetch(ctx)
	if err != nil {
		return nil, err
	}
	defer fetched()
	began := time.Now()
	value, err := t.Store.Fetch(ctx, q)
	t.seconds.Observe(time.Since(began).Seconds())
	spentIn(ctx).count(q, value)
	return value, err
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
